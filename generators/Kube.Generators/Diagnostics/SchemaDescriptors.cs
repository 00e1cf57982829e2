using Microsoft.CodeAnalysis;

namespace Kube.Generators.Diagnostics;

/// <summary>Diagnostics about the schema that the types make.</summary>
internal static class SchemaDescriptors
{
    public static readonly DiagnosticDescriptor BadBound = new(
        DiagnosticIds.BadBound,
        "A bound of a number",
        "{0} {1} does not suit '{2}': {3}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.BadBound + ".md");

    public static readonly DiagnosticDescriptor BadLength = new(
        DiagnosticIds.BadLength,
        "A bound of a length",
        "A length of {0} does not suit '{1}': {2}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.BadLength + ".md");

    public static readonly DiagnosticDescriptor BadPattern = new(
        DiagnosticIds.BadPattern,
        "A pattern that the API server cannot use",
        "Pattern '{0}' of '{1}' cannot be used: {2}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.BadPattern + ".md");

    public static readonly DiagnosticDescriptor BadAllowedValues = new(
        DiagnosticIds.BadAllowedValues,
        "Allowed values",
        "The allowed values of '{0}' cannot be used: {1}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.BadAllowedValues + ".md");

    public static readonly DiagnosticDescriptor DefaultNotJson = new(
        DiagnosticIds.DefaultNotJson,
        "A default is JSON",
        "The default of '{0}' is not JSON: {1}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.DefaultNotJson + ".md");

    public static readonly DiagnosticDescriptor DefaultMismatch = new(
        DiagnosticIds.DefaultMismatch,
        "A default is a valid value",
        "The default {0} of '{1}' is not valid: {2}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.DefaultMismatch + ".md");

    public static readonly DiagnosticDescriptor BadListType = new(
        DiagnosticIds.BadListType,
        "A list type that does not suit",
        "[ListType] of '{0}' cannot be used: {1}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.BadListType + ".md");

    public static readonly DiagnosticDescriptor BadListKey = new(
        DiagnosticIds.BadListKey,
        "A key of a list map",
        "'{0}' cannot be a key of the list '{1}': {2}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.BadListKey + ".md");

    public static readonly DiagnosticDescriptor BadCelRule = new(
        DiagnosticIds.BadCelRule,
        "A validation rule",
        "The validation rule of '{0}' cannot be used: {1}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.BadCelRule + ".md");

    public static readonly DiagnosticDescriptor BadPrinterColumn = new(
        DiagnosticIds.BadPrinterColumn,
        "A column that shows nothing",
        "Column '{0}' cannot show '{1}': {2}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.BadPrinterColumn + ".md");

    public static readonly DiagnosticDescriptor BadAtomic = new(
        DiagnosticIds.BadAtomic,
        "[Atomic] on something without parts",
        "[Atomic] on '{0}' means nothing: only objects and dictionaries merge; lists are atomic by default",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.BadAtomic + ".md");

    public static readonly DiagnosticDescriptor NullableDefault = new(
        DiagnosticIds.NullableDefault,
        "A default that null keeps away",
        "'{0}' is nullable and has a default: the server fills it in where the property is absent, and leaves a null as it is",
        DescriptorTable.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.NullableDefault + ".md");

    public static readonly DiagnosticDescriptor NullAmongValues = new(
        DiagnosticIds.NullAmongValues,
        "Null beside allowed values",
        "'{0}' takes null beside a list of allowed values, but servers take no null where there is such a list: {1}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.NullAmongValues + ".md");

    public static readonly DiagnosticDescriptor Fraction = new(
        DiagnosticIds.Fraction,
        "A fraction that clients round",
        "'{0}' holds fractions, which clients in other languages read and write in other digits: use ResourceQuantity, a whole number of a "
            + "smaller unit or a text, or set the property CrdAllowFloats to true",
        DescriptorTable.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.Fraction + ".md");

    public static readonly DiagnosticDescriptor NewerThanFacts = new(
        DiagnosticIds.NewerThanFacts,
        "Fields of Kubernetes that are newer than the facts",
        "'{0}' has fields of which the facts about Kubernetes {1} say nothing, so that they have no default and no merge keys: {2}",
        DescriptorTable.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.NewerThanFacts + ".md");

    public static DiagnosticDescriptor[] All { get; } =
    [
        BadBound,
        BadLength,
        BadPattern,
        BadAllowedValues,
        DefaultNotJson,
        DefaultMismatch,
        BadListType,
        BadListKey,
        BadCelRule,
        BadPrinterColumn,
        BadAtomic,
        NullableDefault,
        NullAmongValues,
        Fraction,
        NewerThanFacts,
    ];
}
