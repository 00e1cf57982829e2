using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kube.CodeFixes;

/// <summary>
/// KCR013, KCR112 and KCR113: writes down the plural that was guessed, and says of a version that it is not the stored one.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class SetArgumentFix : DiagnosticFix
{
    /// <summary>The generator puts the plural here.</summary>
    private const string Replacement = nameof(Replacement);

    /// <summary>The generator puts this on the versions of which only one may be stored.</summary>
    private const string Stored = nameof(Stored);

    /// <inheritdoc/>
    protected override ImmutableArray<string> Ids { get; } = ImmutableArray.Create("KCR013", "KCR112", "KCR113");

    private protected override Task<Mend?> FindAsync(FixContext context)
    {
        var declaration = context.Node<TypeDeclarationSyntax>();
        if (context.Diagnostic.Id == "KCR013")
        {
            // Somebody must choose which one is stored.
            return Task.FromResult(context.Property(Stored) is not null && declaration?.Attribute("CustomResource") is { } resource
                ? Set(context, $"Store another version than {declaration.Identifier.ValueText}", resource, "Storage", "false") with { IsForAll = false }
                : null);
        }

        return Task.FromResult(context.Property(Replacement) is { } plural && declaration?.Attribute("KubernetesEntity") is { } entity
            ? Set(context, $"Set PluralName to '{plural}'", entity, "PluralName", SymbolDisplay.FormatLiteral(plural, quote: true))
            : null);
    }

    private static Mend Set(FixContext context, string title, AttributeSyntax attribute, string name, string value) =>
        attribute.NamedArgument(name) is { } argument
            ? context.Change(title, argument.Expression, e => SyntaxFactory.ParseExpression(value).WithTriviaFrom(e))
            : context.Change(title, attribute, a => a.WithArgument($"{name} = {value}"));
}
