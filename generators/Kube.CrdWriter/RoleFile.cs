using System.Text;
using Kube.CrdWriter.Reading;
using Kube.Generators.Json;
using Kube.Generators.Yaml;

namespace Kube.CrdWriter;

/// <summary>Renders the roles of an assembly.</summary>
internal static class RoleFile
{
    /// <summary>The file; nothing when the assembly needs no rights.</summary>
    /// <param name="assembly">Path of the compiled assembly.</param>
    /// <param name="header">Lines above the first document; null for none.</param>
    /// <exception cref="BadImageFormatException">The assembly carries roles that the generator did not write.</exception>
    public static IEnumerable<RenderedFile> Render(string assembly, string? header)
    {
        if (AssemblyRoles.Read(assembly) is { } json)
        {
            var roles = JsonReader.Read(Encoding.UTF8.GetString(json)) as JsonArray
                ?? throw new BadImageFormatException("The roles are no JSON array.");
            yield return new(RoleText.Name, RoleText.Render(roles.Items.OfType<JsonObject>(), header));
        }
    }
}
