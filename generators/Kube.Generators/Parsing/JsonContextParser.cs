using Kube.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing;

/// <summary>Finds the source-generated JSON of a kind, and checks that it writes the names that the schema will have.</summary>
internal static class JsonContextParser
{
    private const int Unspecified = 0;
    private const int CamelCase = 1;

    /// <summary>C# expression of the <c>JsonTypeInfo</c>; null after a problem was reported.</summary>
    public static string? Parse(INamedTypeSymbol kind, AttributeData customResource, ParseContext context)
    {
        if (customResource.Named<INamedTypeSymbol>("JsonContext") is not { } json || !IsContext(json))
        {
            context.Report(DiagnosticIds.NoJsonContext, context.Root, kind.Name);
            return null;
        }

        var serializable = json.Attributes(KnownNames.JsonSerializable)
            .FirstOrDefault(a => SymbolEqualityComparer.Default.Equals(a.Argument(0) as ISymbol, kind));
        if (serializable is null)
        {
            context.Report(DiagnosticIds.NotInJsonContext, context.Root, json.Name, kind.Name);
            return null;
        }

        // What is left open, the runtime sets as Kubernetes wants it; what is said otherwise, it would overrule.
        var options = json.Attribute(KnownNames.JsonSourceGenerationOptions);
        if (options?.Named<int>("PropertyNamingPolicy") is not (null or Unspecified or CamelCase))
        {
            context.Report(DiagnosticIds.NotCamelCase, context.Root, json.Name);
            return null;
        }

        context.Json = JsonSettings.Of(options);
        if (context.Json.WritesNumbersAsText)
        {
            context.Report(DiagnosticIds.NumberAsText, context.Root, json.Name);
        }

        return $"global::Kube.KubeJson.TypeInfo<{kind.Name}>({ExpressionOf(json)})";
    }

    /// <summary>C# expression of the JSON context that the attribute names.</summary>
    public static string ContextOf(AttributeData customResource) =>
        customResource.Named<INamedTypeSymbol>("JsonContext") is { } json ? ExpressionOf(json) : "";

    private static string ExpressionOf(INamedTypeSymbol json) => $"global::{json.FullName()}.Default";

    private static bool IsContext(INamedTypeSymbol type) =>
        type.BaseType is { } parent && (parent.FullName() == KnownNames.JsonSerializerContext || IsContext(parent));
}
