using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kube.CodeFixes;

/// <summary>KCR158: bounds the list, dictionary or text that an expensive validation rule is about.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class AddMaxLengthFix : DiagnosticFix
{
    /// <summary>Room for most lists and names, and far below what makes rules expensive. The author knows better.</summary>
    private const string Length = "64";

    private static readonly string[] s_bounds = ["MaxLength", "Length", "StringLength", "MaxItems", "MaxProperties"];

    /// <inheritdoc/>
    protected override ImmutableArray<string> Ids { get; } = ImmutableArray.Create("KCR158");

    private protected override async Task<Mend?> FindAsync(FixContext context)
    {
        if (context.Node<PropertyDeclarationSyntax>() is not { } property || property.AttributeLists.SelectMany(l => l.Attributes).Any(IsBound))
        {
            return null;
        }

        var model = (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false))!;
        var hasLength = model.GetDeclaredSymbol(property, context.CancellationToken)?.Type is { } type
            && (type is IArrayTypeSymbol || type.SpecialType == SpecialType.System_String
                || type.AllInterfaces.Any(i => i.SpecialType == SpecialType.System_Collections_IEnumerable));
        return hasLength
            ? context.Replace(
                $"Add [MaxLength({Length})]",
                property,
                property.WithAttribute($"global::System.ComponentModel.DataAnnotations.MaxLength({Length})"))
            : null;
    }

    private static bool IsBound(AttributeSyntax attribute) => s_bounds.Contains(attribute.Name.ToString().Split('.').Last());
}
