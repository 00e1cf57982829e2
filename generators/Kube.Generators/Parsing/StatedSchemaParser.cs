using Kube.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kube.Generators.Parsing;

/// <summary><c>[Schema]</c> and <c>[Schemaless]</c>, on members and types.</summary>
internal static class StatedSchemaParser
{
    private const string AnyValue = """{"x-kubernetes-preserve-unknown-fields":true}""";

    /// <summary>The schema that an attribute of a symbol states; null when none does.</summary>
    /// <param name="symbol">Member or type.</param>
    /// <param name="target">Its target.</param>
    /// <param name="context">Remembers where the schema is.</param>
    public static StatedModel? Parse(ISymbol symbol, string target, ParseContext context)
    {
        if (symbol.Attribute(KnownNames.Schema) is not { } attribute)
        {
            return symbol.Has(KnownNames.Schemaless) ? new(AnyValue, target) : null;
        }

        var model = new StatedModel(attribute.Argument(0) as string ?? "", target + "#schema");
        if (attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is AttributeSyntax { ArgumentList.Arguments: [var json, ..] })
        {
            context.Locate(model.Target, json.Expression.GetLocation());
        }

        return model;
    }
}
