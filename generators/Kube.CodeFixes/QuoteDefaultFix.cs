using System.Collections.Immutable;
using System.Composition;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kube.CodeFixes;

/// <summary>KCR105 and KCR106: writes the default of a text as JSON, with quotation marks.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class QuoteDefaultFix : DiagnosticFix
{
    /// <inheritdoc/>
    protected override ImmutableArray<string> Ids { get; } = ImmutableArray.Create("KCR105", "KCR106");

    private protected override Task<Mend?> FindAsync(FixContext context)
    {
        if (context.Node<PropertyDeclarationSyntax>() is not { } property
            || context.Model.GetDeclaredSymbol(property, context.CancellationToken) is not { } symbol
            || !IsText(symbol.Type)
            || property.Attribute("Default")?.ArgumentList?.Arguments is not [{ Expression: { } expression }, ..]
            || context.Model.GetConstantValue(expression, context.CancellationToken).Value is not string text
            || text.StartsWith("\"", StringComparison.Ordinal))
        {
            return Task.FromResult<Mend?>(null);
        }

        var quoted = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(Quote(text)));
        return Task.FromResult<Mend?>(context.Change("Write the text as JSON", expression, e => quoted.WithTriviaFrom(e)));
    }

    private static bool IsText(ITypeSymbol type) => type.SpecialType == SpecialType.System_String
        || type is { TypeKind: TypeKind.Enum }
        || type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [{ TypeKind: TypeKind.Enum }] };

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => quoted.Append('\\').Append(c),
                < ' ' => quoted.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture)),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }
}
