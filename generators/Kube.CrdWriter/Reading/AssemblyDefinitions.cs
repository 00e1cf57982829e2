using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Kube.CrdWriter.Reading;

/// <summary>
/// Finds the definitions in a compiled assembly without loading or running it: the property <c>CustomResourceDefinition</c> of each class
/// with <c>[CustomResource]</c> returns one UTF-8 literal, which lies as plain data in the file.
/// </summary>
internal static class AssemblyDefinitions
{
    private const string AttributeNamespace = "Kube";
    private const string AttributeName = "CustomResourceAttribute";
    private const string Getter = "get_CustomResourceDefinition";

    /// <summary>The definitions as UTF-8 JSON, in the order of their classes.</summary>
    /// <exception cref="BadImageFormatException">A class has no definition, or one in a form that the generator does not write.</exception>
    public static IReadOnlyList<byte[]> Read(string path)
    {
        using var stream = File.OpenRead(path);
        using var file = new PEReader(stream);
        var metadata = file.GetMetadataReader();
        var found = new List<byte[]>();
        foreach (var handle in metadata.TypeDefinitions)
        {
            var type = metadata.GetTypeDefinition(handle);
            if (IsCustomResource(metadata, type) && Utf8Getter.Read(file, metadata, Utf8Getter.Find(metadata, type, Getter)) is { } json)
            {
                found.Add(json);
            }
        }

        return found;
    }

    private static bool IsCustomResource(MetadataReader metadata, TypeDefinition type) =>
        type.GetCustomAttributes().Any(handle =>
        {
            var constructor = metadata.GetCustomAttribute(handle).Constructor;
            return constructor.Kind switch
            {
                HandleKind.MemberReference => IsAttribute(metadata, metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent),
                HandleKind.MethodDefinition => IsAttribute(
                    metadata, metadata.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType()),
                _ => false,
            };
        });

    private static bool IsAttribute(MetadataReader metadata, EntityHandle handle)
    {
        var (ns, name) = handle.Kind switch
        {
            HandleKind.TypeReference when metadata.GetTypeReference((TypeReferenceHandle)handle) is var type =>
                (type.Namespace, type.Name),
            HandleKind.TypeDefinition when metadata.GetTypeDefinition((TypeDefinitionHandle)handle) is var type =>
                (type.Namespace, type.Name),
            _ => default,
        };
        return metadata.StringComparer.Equals(ns, AttributeNamespace) && metadata.StringComparer.Equals(name, AttributeName);
    }
}
