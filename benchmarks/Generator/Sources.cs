using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ray.Benchmarks.Generator;

/// <summary>The sources of the API project as a compilation, without what other generators add.</summary>
internal static class Sources
{
    private static readonly CSharpParseOptions s_options = new(LanguageVersion.CSharp14, DocumentationMode.Parse);

    public static string Project { get; } = Path.Combine(FindRoot(), "src", "Ray.Api");

    public static CSharpCompilation Compile()
    {
        var files = Directory.EnumerateFiles(Project, "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(p => p is "bin" or "obj")).Order(StringComparer.Ordinal);
        var usings = Parse("global using System; global using System.Collections.Generic; global using System.Linq; global using System.IO;", "Usings.cs");
        return CSharpCompilation.Create(
            "Ray.Api",
            files.Select(f => Parse(File.ReadAllText(f), f)).Prepend(usings),
            References(),
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));
    }

    /// <summary>The compilation after an edit of one file, which is named by its path in the project.</summary>
    public static CSharpCompilation Edit(CSharpCompilation compilation, string file, Func<string, string> edit)
    {
        var old = compilation.SyntaxTrees.Single(t => t.FilePath == Path.Combine(Project, file));
        var text = old.ToString();
        var changed = edit(text);
        return text == changed
            ? throw new InvalidOperationException($"The edit of {file} changes nothing.")
            : compilation.ReplaceSyntaxTree(old, Parse(changed, old.FilePath));
    }

    // What this program runs on, without the project itself, should it be among that.
    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(a => Path.GetFileName(a) != "Ray.Api.dll").Select(a => MetadataReference.CreateFromFile(a));

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, s_options, path);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "RayOperator.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Run this from a clone.");
    }
}
