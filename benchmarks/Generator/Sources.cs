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
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(a => MetadataReference.CreateFromFile(a)),
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));
    }

    /// <summary>The compilation after an edit of one file.</summary>
    public static CSharpCompilation Edit(CSharpCompilation compilation, string file, Func<string, string> edit)
    {
        var old = compilation.SyntaxTrees.Single(t => Path.GetFileName(t.FilePath) == file);
        var text = old.ToString();
        var changed = edit(text);
        return text == changed
            ? throw new InvalidOperationException($"The edit of {file} changes nothing.")
            : compilation.ReplaceSyntaxTree(old, Parse(changed, old.FilePath));
    }

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
