namespace Kube.CrdWriter.Reference;

/// <summary>Renders the pages of an assembly's kinds, one file each.</summary>
internal static class ReferenceFiles
{
    /// <summary>The files by name.</summary>
    /// <param name="assembly">Path of the compiled assembly.</param>
    /// <exception cref="BadImageFormatException">The assembly carries a definition that the generator did not write.</exception>
    public static IEnumerable<RenderedFile> Render(string assembly) =>
        DefinitionFiles.Manifests(assembly).Select(m => new RenderedFile(ReferencePage.NameOf(m), ReferencePage.Render(m)));
}
