using Architecture.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Architecture.Tests.Rules;

/// <summary>A file fits on a few screens, a method on one.</summary>
internal static class SizeRule
{
    public const int FileLimit = 300;
    public const int MethodLimit = 50;

    public static IEnumerable<Violation> Check(SourceFile file)
    {
        if (file.LineCount > FileLimit)
        {
            yield return file.At(1, $"{file.LineCount} lines, at most {FileLimit}: one idea a file");
        }

        foreach (var method in file.Root.DescendantNodes().Where(IsMethod))
        {
            if (LinesOf(method) is var lines && lines > MethodLimit)
            {
                yield return file.At(method, $"a method of {lines} lines, at most {MethodLimit}");
            }
        }
    }

    private static bool IsMethod(SyntaxNode node) => node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax;

    // From the first line of the declaration, documentation aside, to its last.
    private static int LinesOf(SyntaxNode method)
    {
        var span = method.GetLocation().GetLineSpan();
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }
}
