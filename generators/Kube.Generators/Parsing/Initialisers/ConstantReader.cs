using Kube.Generators.Json;
using Kube.Generators.Parsing.Members;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kube.Generators.Parsing.Initialisers;

/// <summary>
/// Reads expressions whose value is certain without running them, as JSON: constants, collections and objects of constants, and the names that
/// .NET has for empty ones.
/// </summary>
internal sealed class ConstantReader(ParseContext context)
{
    public ParseContext Context => context;

    /// <summary>The value as a member is written; null when only running code knows it, or only a converter.</summary>
    public JsonValue? Read(ExpressionSyntax expression, TypeMember member) =>
        JsonConverters.Of(member.Symbol) is { } converter && !JsonConverters.IsOfKube(converter) && !JsonConverters.WritesEnumText(converter)
            ? null
            : Read(expression, member.Type);

    /// <summary>
    /// The value as a property of the type is written; null when only running code knows it. A JSON null stands for what leaves a property
    /// without a value: <c>null!</c>, <c>default!</c>, a parameter without a default.
    /// </summary>
    public JsonValue? Read(ExpressionSyntax expression, ITypeSymbol type)
    {
        var target = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;
        expression = Bare(expression);
        var constant = ModelOf(expression).GetConstantValue(expression, context.CancellationToken);
        if (constant is { HasValue: true, Value: { } value })
        {
            return ScalarConstants.Of(value, target);
        }

        return IsNull(expression) ? new JsonNull() : expression switch
        {
            CastExpressionSyntax cast => Read(cast.Expression, target),
            CollectionExpressionSyntax list => ReadList(list.Elements.Select(e => (e as ExpressionElementSyntax)?.Expression), target),
            InitializerExpressionSyntax list => ReadList(list.Expressions, target),
            ImplicitArrayCreationExpressionSyntax array => ReadList(array.Initializer.Expressions, target),
            ArrayCreationExpressionSyntax { Initializer: { } list } => ReadList(list.Expressions, target),
            BaseObjectCreationExpressionSyntax creation => new CreationReader(this).Read(creation, target),
            _ => ReadName(expression, target),
        };
    }

    /// <summary>The type that an expression makes; null when it does not compile.</summary>
    public ITypeSymbol? TypeOf(ExpressionSyntax expression) => ModelOf(expression).GetTypeInfo(expression, context.CancellationToken).Type;

    public ISymbol? SymbolOf(SyntaxNode node) => ModelOf(node).GetSymbolInfo(node, context.CancellationToken).Symbol;

    /// <summary>A list of constants; null when one is none.</summary>
    public JsonValue? ReadList(IEnumerable<ExpressionSyntax?> elements, ITypeSymbol type)
    {
        var all = elements.ToList();
        if (all.Count == 0)
        {
            return EmptyOf(type);
        }

        var isBytes = type is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte };
        var itemType = type is IArrayTypeSymbol array ? array.ElementType : Collections.ItemsOf(type)?.Items;
        var items = itemType is null ? [] : all.Select(e => e is null ? null : Read(e, itemType)).OfType<JsonValue>().ToList();
        return items.Count != all.Count ? null : isBytes ? Base64(items) : new JsonArray(new([.. items]));
    }

    /// <summary>The empty value of a collection; null for types that are none.</summary>
    public static JsonValue? EmptyOf(ITypeSymbol type) =>
        type is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte } ? JsonValue.Of("")
        : Collections.EntriesOf(type) is not null || type.FullName() == "System.Text.Json.Nodes.JsonObject" ? JsonObject.Empty
        : Collections.ItemsOf(type) is not null || type.FullName() == "System.Text.Json.Nodes.JsonArray" ? new JsonArray(default)
        : null;

    private static JsonString? Base64(List<JsonValue> items)
    {
        var all = items.OfType<JsonNumber>().Select(n => n.Value).Where(n => n is >= byte.MinValue and <= byte.MaxValue).Select(n => (byte)n!.Value)
            .ToArray();
        return all.Length == items.Count ? new(Convert.ToBase64String(all)) : null;
    }

    private JsonValue? ReadName(ExpressionSyntax expression, ITypeSymbol type) => SymbolOf(expression) switch
    {
        IParameterSymbol { HasExplicitDefaultValue: false } => new JsonNull(),
        IParameterSymbol { ExplicitDefaultValue: var value } => value is null ? new JsonNull() : ScalarConstants.Of(value, type),
        IFieldSymbol { IsStatic: true, Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } => JsonValue.Of(""),
        IFieldSymbol { IsStatic: true, Name: "Empty", ContainingType: var owner } when owner.FullName() == "System.Guid" =>
            JsonValue.Of(Guid.Empty.ToString()),
        IFieldSymbol { IsStatic: true, Name: "Empty" } => EmptyOf(type),
        IPropertySymbol { IsStatic: true, Name: "Empty", ContainingNamespace: var home } when IsSystem(home) => EmptyOf(type),
        IMethodSymbol { IsStatic: true, Name: "Empty", Parameters.Length: 0, ContainingNamespace: var home } when IsSystem(home) => EmptyOf(type),
        _ => null,
    };

    private static bool IsSystem(INamespaceSymbol home) => home.FullName() is "System" or "System.Linq" or "System.Collections.Immutable";

    /// <summary>Without parentheses and without <c>!</c>, which say nothing of the value.</summary>
    private static ExpressionSyntax Bare(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax inner => Bare(inner.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } inner => Bare(inner.Operand),
        _ => expression,
    };

    private static bool IsNull(ExpressionSyntax expression) =>
        expression.Kind() is SyntaxKind.NullLiteralExpression or SyntaxKind.DefaultLiteralExpression or SyntaxKind.DefaultExpression;

    private SemanticModel ModelOf(SyntaxNode node) => context.Compilation.GetSemanticModel(node.SyntaxTree);
}
