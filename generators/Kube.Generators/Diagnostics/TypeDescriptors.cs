using Microsoft.CodeAnalysis;

namespace Kube.Generators.Diagnostics;

/// <summary>Diagnostics about C# types.</summary>
internal static class TypeDescriptors
{
    public static readonly DiagnosticDescriptor NotPartial = new(
        DiagnosticIds.NotPartial,
        "The class of a custom resource is partial",
        "'{0}' is not partial: add the 'partial' modifier, for the generator adds members to it",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.NotPartial + ".md");

    public static readonly DiagnosticDescriptor NoEntity = new(
        DiagnosticIds.NoEntity,
        "A custom resource says what the API server calls it",
        "'{0}' has no [KubernetesEntity]: add one with Group, ApiVersion, Kind and PluralName",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.NoEntity + ".md");

    public static readonly DiagnosticDescriptor BadName = new(
        DiagnosticIds.BadName,
        "A name that the API server would refuse",
        "{0} '{1}' is not valid: it {2}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.BadName + ".md");

    public static readonly DiagnosticDescriptor NoMetadata = new(
        DiagnosticIds.NoMetadata,
        "A custom resource has metadata",
        "'{0}' does not implement IKubernetesObject<V1ObjectMeta>: every object of Kubernetes has ApiVersion, Kind and Metadata",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.NoMetadata + ".md");

    public static readonly DiagnosticDescriptor NoJsonContext = new(
        DiagnosticIds.NoJsonContext,
        "A custom resource has source-generated JSON",
        "'{0}' names no JsonSerializerContext: set CustomResource.JsonContext to one that has [JsonSerializable(typeof({0}))]",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.NoJsonContext + ".md");

    public static readonly DiagnosticDescriptor NotInJsonContext = new(
        DiagnosticIds.NotInJsonContext,
        "The JSON context knows the kind",
        "'{0}' does not know '{1}': add [JsonSerializable(typeof({1}))] to it",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.NotInJsonContext + ".md");

    public static readonly DiagnosticDescriptor NotCamelCase = new(
        DiagnosticIds.NotCamelCase,
        "The JSON context writes camel case",
        "'{0}' asks for another naming policy than camel case, which the schema has: leave PropertyNamingPolicy out of its "
            + "[JsonSourceGenerationOptions]",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.NotCamelCase + ".md");

    public static readonly DiagnosticDescriptor UnsupportedType = new(
        DiagnosticIds.UnsupportedType,
        "A type that a schema cannot express",
        "'{0}' cannot be part of a custom resource: {1}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.UnsupportedType + ".md");

    public static readonly DiagnosticDescriptor NumericEnum = new(
        DiagnosticIds.NumericEnum,
        "An enum that is written as a number",
        "Enum '{0}' would be written as a number, which no reader of a manifest understands: put "
            + "[JsonConverter(typeof(JsonStringEnumConverter<{0}>))] on it, or set UseStringEnumConverter in the JSON "
            + "context",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.NumericEnum + ".md");

    public static readonly DiagnosticDescriptor DuplicateJsonName = new(
        DiagnosticIds.DuplicateJsonName,
        "Two properties have one JSON name",
        "'{0}' and '{1}' are both '{2}' in JSON: rename one with [JsonPropertyName]",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.DuplicateJsonName + ".md");

    public static readonly DiagnosticDescriptor KindShape = new(
        DiagnosticIds.KindShape,
        "The class of a custom resource is an ordinary class",
        "'{0}' is nested, generic, abstract or static: the class of a custom resource is a concrete top-level class or record",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.KindShape + ".md");

    public static readonly DiagnosticDescriptor Recursion = new(
        DiagnosticIds.Recursion,
        "A type reaches itself",
        "A schema cannot contain itself: {0}; put [PreserveUnknownFields] on a property of it to leave what is below unchecked",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.Recursion + ".md");

    public static readonly DiagnosticDescriptor Versions = new(
        DiagnosticIds.Versions,
        "The versions of a kind agree",
        "'{0}': {1}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.Versions + ".md");

    public static DiagnosticDescriptor[] All { get; } =
    [
        NotPartial,
        NoEntity,
        BadName,
        NoMetadata,
        NoJsonContext,
        NotInJsonContext,
        NotCamelCase,
        UnsupportedType,
        NumericEnum,
        DuplicateJsonName,
        KindShape,
        Recursion,
        Versions,
    ];
}
