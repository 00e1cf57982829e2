using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kube.CodeFixes;

/// <summary>KCR118 and KCR155: takes away <c>Served = false</c> of a kind that nobody could read, and <c>OptionalOldSelf</c> where there is no old value.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RemoveArgumentFix : DiagnosticFix
{
    /// <inheritdoc/>
    protected override ImmutableArray<string> Ids { get; } = ImmutableArray.Create("KCR118", "KCR155");

    private protected override Task<Mend?> FindAsync(FixContext context)
    {
        var argument = context.Diagnostic.Id == "KCR118"
            ? context.Node<MemberDeclarationSyntax>()?.Attribute("CustomResource")?.NamedArgument("Served")
            : context.Node<AttributeArgumentSyntax>() is { NameEquals.Name.Identifier.ValueText: "OptionalOldSelf" } found ? found : null;
        return Task.FromResult(argument is null ? null : new Mend($"Remove {argument}", [Edit.Removing(context.Document, argument)]));
    }
}
