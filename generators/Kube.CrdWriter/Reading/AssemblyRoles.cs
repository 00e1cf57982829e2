using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Kube.CrdWriter.Reading;

/// <summary>Finds the roles in a compiled assembly without loading or running it: one class that the generator makes carries them.</summary>
internal static class AssemblyRoles
{
    private const string Namespace = "Kube.Generated";
    private const string Name = "RbacRoles";
    private const string Getter = "get_RoleManifests";

    /// <summary>The roles as one JSON array in UTF-8; null when the assembly has no <c>[Rbac]</c> attributes.</summary>
    /// <exception cref="BadImageFormatException">The class has another form than the generator writes.</exception>
    public static byte[]? Read(string path)
    {
        using var stream = File.OpenRead(path);
        using var file = new PEReader(stream);
        var metadata = file.GetMetadataReader();
        foreach (var handle in metadata.TypeDefinitions)
        {
            var type = metadata.GetTypeDefinition(handle);
            if (metadata.StringComparer.Equals(type.Name, Name) && metadata.StringComparer.Equals(type.Namespace, Namespace))
            {
                return Utf8Getter.Read(file, metadata, Utf8Getter.Find(metadata, type, Getter));
            }
        }

        return null;
    }
}
