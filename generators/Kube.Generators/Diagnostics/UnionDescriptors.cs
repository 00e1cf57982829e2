using Microsoft.CodeAnalysis;

namespace Kube.Generators.Diagnostics;

/// <summary>Diagnostics about schemas that were stated, and about types that are one of several.</summary>
internal static class UnionDescriptors
{
    public static readonly DiagnosticDescriptor BadStatedSchema = new(
        DiagnosticIds.BadStatedSchema,
        "A stated schema that the server would refuse",
        "[Schema] cannot be used: {0}: {1}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.BadStatedSchema + ".md");

    public static readonly DiagnosticDescriptor BadUnion = new(
        DiagnosticIds.BadUnion,
        "Derived types that cannot be told apart",
        "The derived types of '{0}' cannot be used: {1}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.BadUnion + ".md");

    public static readonly DiagnosticDescriptor UnionConflict = new(
        DiagnosticIds.UnionConflict,
        "A property of two derived types with two meanings",
        "'{0}' is not the same in '{1}' and '{2}', which one schema of '{3}' has to describe: declare it once, in the "
            + "base type, or rename one",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.UnionConflict + ".md");

    public static readonly DiagnosticDescriptor UnionDefault = new(
        DiagnosticIds.UnionDefault,
        "A default that belongs to some derived types only",
        "The default of '{0}' is left out: the server would fill it into every '{1}', whichever of the derived types "
            + "it is",
        DescriptorTable.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.UnionDefault + ".md");

    public static readonly DiagnosticDescriptor InexpressibleUnion = new(
        DiagnosticIds.InexpressibleUnion,
        "A name that no rule of a union can say",
        "The rules that tell the derived types of '{0}' apart cannot say '{1}': choose another "
            + "TypeDiscriminatorPropertyName or [JsonPropertyName]",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.InexpressibleUnion + ".md");

    public static DiagnosticDescriptor[] All { get; } =
    [
        BadStatedSchema,
        BadUnion,
        UnionConflict,
        UnionDefault,
        InexpressibleUnion,
    ];
}
