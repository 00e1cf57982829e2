using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kube.CodeFixes;

/// <summary>KCR001: adds <c>partial</c> to the class of a custom resource.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class AddPartialFix : DiagnosticFix
{
    /// <inheritdoc/>
    protected override ImmutableArray<string> Ids { get; } = ImmutableArray.Create("KCR001");

    private protected override Task<Mend?> FindAsync(FixContext context)
    {
        var partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        return Task.FromResult(context.Node<TypeDeclarationSyntax>() is { } type
            ? context.Change($"Make {type.Identifier.ValueText} partial", type, t => t.AddModifiers(partial))
            : null);
    }
}
