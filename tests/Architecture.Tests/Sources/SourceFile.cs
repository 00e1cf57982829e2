using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Architecture.Tests.Sources;

/// <summary>A C# source file: its path from the root of the repository, with slashes, and its text.</summary>
internal sealed class SourceFile(string path, string text)
{
    private readonly Lazy<SyntaxNode> _root = new(() =>
        CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot());

    public string Path { get; } = path;

    public string Text { get; } = text;

    public SyntaxNode Root => _root.Value;

    public int LineCount => Text.AsSpan().TrimEnd().Count('\n') + 1;

    public Violation At(SyntaxNodeOrToken place, string message) => At(LineOf(place), message);

    public Violation At(int line, string message) => new(Path, line, message);

    private static int LineOf(SyntaxNodeOrToken place) => place.GetLocation()!.GetLineSpan().StartLinePosition.Line + 1;
}
