using Kube.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing;

/// <summary>Finds the source-generated JSON of a kind, and checks that it writes the names that the schema will have.</summary>
internal static class JsonContextParser
{
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

        var options = json.Attribute(KnownNames.JsonSourceGenerationOptions);
        if (options?.Named<int>("PropertyNamingPolicy") != CamelCase && !IsWebDefault(options))
        {
            context.Report(DiagnosticIds.NotCamelCase, context.Root, json.Name);
            return null;
        }

        context.WritesEnumsAsText = options!.Named<bool>("UseStringEnumConverter");
        return $"global::{json.FullName()}.Default.{serializable.Named<string>("TypeInfoPropertyName") ?? kind.Name}";
    }

    /// <summary><c>JsonSerializerDefaults.Web</c> implies camel case.</summary>
    private static bool IsWebDefault(AttributeData? options) =>
        options?.Argument(0) is 1 && options.NamedArguments.All(a => a.Key != "PropertyNamingPolicy");

    private static bool IsContext(INamedTypeSymbol type) =>
        type.BaseType is { } parent && (parent.FullName() == KnownNames.JsonSerializerContext || IsContext(parent));
}
