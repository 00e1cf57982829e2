using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kube.CodeFixes;

/// <summary>KCR009: makes an enum be written as text.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class WriteEnumAsTextFix : DiagnosticFix
{
    private const string Namespace = "System.Text.Json.Serialization";

    /// <inheritdoc/>
    protected override ImmutableArray<string> Ids { get; } = ImmutableArray.Create("KCR009");

    private protected override async Task<Mend?> FindAsync(FixContext context)
    {
        var model = (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false))!;
        var type = context.Node<PropertyDeclarationSyntax>() is { } property ? model.GetDeclaredSymbol(property, context.CancellationToken)?.Type : null;
        return EnumIn(type) is { } found
            ? AttributeEdits.AddTo(
                found,
                $"Write {found.Name} as text",
                $"global::{Namespace}.JsonConverter(typeof(global::{Namespace}.JsonStringEnumConverter<{found.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}>))",
                context.Document.Project.Solution)
            : null;
    }

    /// <summary>The enum that a type is or holds; null for none.</summary>
    private static INamedTypeSymbol? EnumIn(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { TypeKind: TypeKind.Enum } found => found,
        INamedTypeSymbol named => named.TypeArguments.Select(EnumIn).FirstOrDefault(e => e is not null),
        IArrayTypeSymbol array => EnumIn(array.ElementType),
        _ => null,
    };
}
