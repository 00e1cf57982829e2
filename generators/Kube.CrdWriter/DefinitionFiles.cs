using System.Text;
using Kube.CrdWriter.Reading;
using Kube.Generators.Json;
using Kube.Generators.Yaml;

namespace Kube.CrdWriter;

/// <summary>Renders the definitions of an assembly, one file each.</summary>
internal static class DefinitionFiles
{
    /// <summary>The files by name.</summary>
    /// <param name="assembly">Path of the compiled assembly.</param>
    /// <param name="header">Lines above each document; null for none.</param>
    /// <exception cref="BadImageFormatException">The assembly carries a definition that the generator did not write.</exception>
    public static IEnumerable<RenderedFile> Render(string assembly, string? header) =>
        Manifests(assembly).Select(m => new RenderedFile(DefinitionText.NameOf(m), DefinitionText.Render(m, header)));

    /// <summary>The definitions themselves.</summary>
    /// <param name="assembly">Path of the compiled assembly.</param>
    /// <exception cref="BadImageFormatException">The assembly carries a definition that the generator did not write.</exception>
    public static IEnumerable<JsonObject> Manifests(string assembly) =>
        from json in AssemblyDefinitions.Read(assembly)
        select JsonReader.Read(Encoding.UTF8.GetString(json)) as JsonObject
            ?? throw new BadImageFormatException("A definition is no JSON object.");
}
