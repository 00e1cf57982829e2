using Microsoft.CodeAnalysis;

namespace Kube.Generators.Diagnostics;

/// <summary>Diagnostics about constraints of properties and groups of properties.</summary>
internal static class ConstraintDescriptors
{
    public static readonly DiagnosticDescriptor BadMultiple = new(
        DiagnosticIds.BadMultiple,
        "A step that numbers cannot have",
        "A multiple of {0} does not suit '{1}': {2}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.BadMultiple + ".md");

    public static readonly DiagnosticDescriptor RoundedBound = new(
        DiagnosticIds.RoundedBound,
        "A bound that the server rounds",
        "{0} {1} of '{2}' is rounded by the API server, which keeps bounds as 64-bit fractions: say it exactly with a [CelRule]",
        DescriptorTable.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.RoundedBound + ".md");

    public static readonly DiagnosticDescriptor BadSelectable = new(
        DiagnosticIds.BadSelectable,
        "A field that objects cannot be selected by",
        "'{0}' cannot be [Selectable]: {1}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.BadSelectable + ".md");

    public static readonly DiagnosticDescriptor BadGroup = new(
        DiagnosticIds.BadGroup,
        "A group of properties that exclude each other",
        "[{0}] on '{1}' cannot be checked: {2}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.BadGroup + ".md");

    public static readonly DiagnosticDescriptor InexpressibleName = new(
        DiagnosticIds.InexpressibleName,
        "A name that no rule can say",
        "'{0}' is '{1}' in JSON, which no rule can say, so it cannot be [Immutable]: rename it with [JsonPropertyName] or make it required",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.InexpressibleName + ".md");

    public static readonly DiagnosticDescriptor NoItems = new(
        DiagnosticIds.NoItems,
        "[Items] on something without items",
        "[Items] on '{0}' means nothing: only lists and dictionaries have items",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.NoItems + ".md");

    public static readonly DiagnosticDescriptor BadFormat = new(
        DiagnosticIds.BadFormat,
        "A format that the server ignores",
        "The API server ignores the format '{0}' of '{1}': {2}",
        DescriptorTable.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.BadFormat + ".md");

    public static readonly DiagnosticDescriptor BadEmbeddedResource = new(
        DiagnosticIds.BadEmbeddedResource,
        "A value that is no whole object",
        "[EmbeddedResource] on '{0}' does not suit: {1}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.BadEmbeddedResource + ".md");

    public static readonly DiagnosticDescriptor BadAnnotation = new(
        DiagnosticIds.BadAnnotation,
        "Documentation that misleads",
        "{0} of '{1}' is left out: {2}",
        DescriptorTable.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.BadAnnotation + ".md");

    public static DiagnosticDescriptor[] All { get; } =
    [
        BadMultiple,
        RoundedBound,
        BadSelectable,
        BadGroup,
        InexpressibleName,
        NoItems,
        BadFormat,
        BadEmbeddedResource,
        BadAnnotation,
    ];
}
