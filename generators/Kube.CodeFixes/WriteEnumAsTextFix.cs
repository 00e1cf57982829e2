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
    private const string Namespace = "global::System.Text.Json.Serialization";

    /// <inheritdoc/>
    protected override ImmutableArray<string> Ids { get; } = ImmutableArray.Create("KCR009");

    private protected override Task<Mend?> FindAsync(FixContext context)
    {
        var type = context.Node<PropertyDeclarationSyntax>() is { } property ? context.Model.GetDeclaredSymbol(property, context.CancellationToken)?.Type : null;
        if (EnumIn(type) is not { } found)
        {
            return Task.FromResult<Mend?>(null);
        }

        var name = found.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        var attribute = $"{Namespace}.JsonConverter(typeof({Namespace}.JsonStringEnumConverter<{name}>))";
        var edit = AttributeEdits.AddTo(found, attribute, context.Document.Project.Solution, context.CancellationToken);
        return Task.FromResult(edit is null ? null : new Mend($"Write {found.Name} as text", [edit]));
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
