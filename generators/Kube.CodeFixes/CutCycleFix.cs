using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kube.CodeFixes;

/// <summary>KCR012: cuts a cycle of types with <c>[PreserveUnknownFields]</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class CutCycleFix : DiagnosticFix
{
    /// <inheritdoc/>
    protected override ImmutableArray<string> Ids { get; } = ImmutableArray.Create("KCR012");

    private protected override Task<Mend?> FindAsync(FixContext context) => Task.FromResult(context.Node<PropertyDeclarationSyntax>() is { } property
        ? context.Change("Leave what is below unchecked", property, p => p.WithAttribute("global::Kube.PreserveUnknownFields"))
        : null);
}
