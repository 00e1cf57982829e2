using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Kube.CodeFixes;

/// <summary>Adds attributes to declarations.</summary>
internal static class AttributeEdits
{
    /// <summary>The declaration with an attribute on a line of its own above it.</summary>
    /// <param name="declaration">The declaration.</param>
    /// <param name="attribute">The attribute without brackets, with full names; shortened where the file's usings allow.</param>
    public static T WithAttribute<T>(this T declaration, string attribute)
        where T : MemberDeclarationSyntax
    {
        var leading = declaration.GetLeadingTrivia();
        var indent = leading.Reverse().TakeWhile(t => t.IsKind(SyntaxKind.WhitespaceTrivia));
        var lineEnd = declaration.DescendantTrivia().FirstOrDefault(t => t.IsKind(SyntaxKind.EndOfLineTrivia)).ToString();
        var parsed = SyntaxFactory.ParseCompilationUnit($"[{attribute}] class C;").Members[0].AttributeLists[0]
            .WithTrailingTrivia(indent.Prepend(SyntaxFactory.EndOfLine(lineEnd.Length > 0 ? lineEnd : "\n")))
            .WithLeadingTrivia(leading)
            .WithAdditionalAnnotations(Simplifier.Annotation);
        var bare = declaration.WithLeadingTrivia();
        return (T)bare.WithAttributeLists(bare.AttributeLists.Insert(0, parsed));
    }

    /// <summary>A mend that adds an attribute to a type, in whichever file it is declared.</summary>
    public static Mend? AddTo(INamedTypeSymbol? type, string title, string attribute, Solution solution)
    {
        if (type?.DeclaringSyntaxReferences.FirstOrDefault() is not { } reference || solution.GetDocument(reference.SyntaxTree) is not { } document)
        {
            return null;
        }

        return new(title, async cancellationToken =>
        {
            var root = await reference.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false);
            var declaration = (MemberDeclarationSyntax)await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false);
            return document.WithSyntaxRoot(root.ReplaceNode(declaration, declaration.WithAttribute(attribute))).Project.Solution;
        });
    }
}
