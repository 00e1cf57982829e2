using Microsoft.CodeAnalysis;

namespace Kube.Generators.Diagnostics;

/// <summary>Diagnostics about the definition around the schema: names, versions, conversion.</summary>
internal static class ResourceDescriptors
{
    public static readonly DiagnosticDescriptor GuessedPlural = new(
        DiagnosticIds.GuessedPlural,
        "A plural that was guessed",
        "The plural of '{0}' is taken to be '{1}': set PluralName in [KubernetesEntity] to say so",
        DescriptorTable.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.GuessedPlural + ".md");

    public static readonly DiagnosticDescriptor DoubtfulPlural = new(
        DiagnosticIds.DoubtfulPlural,
        "A plural that no rule gives",
        "No rule gives the plural of '{0}'; '{1}' is a guess: set PluralName in [KubernetesEntity]",
        DescriptorTable.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.DoubtfulPlural + ".md");

    public static readonly DiagnosticDescriptor UnorderedVersion = new(
        DiagnosticIds.UnorderedVersion,
        "A version that is sorted last",
        "Version '{0}' does not look like v1, v1beta1 or v1alpha1, so it is sorted below all versions that do",
        DescriptorTable.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.UnorderedVersion + ".md");

    public static readonly DiagnosticDescriptor NameClash = new(
        DiagnosticIds.NameClash,
        "Two kinds of a group share a name",
        "'{0}' and '{1}' are both called '{2}' in group {3}: names of kinds and their lists, and plural, singular and "
            + "short names, are unique in a group",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.NameClash + ".md");

    public static readonly DiagnosticDescriptor NotApproved = new(
        DiagnosticIds.NotApproved,
        "A group of Kubernetes itself",
        "Group '{0}' belongs to Kubernetes, whose API server wants the annotation api-approved.kubernetes.io: {1}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.NotApproved + ".md");

    public static readonly DiagnosticDescriptor BadDeprecation = new(
        DiagnosticIds.BadDeprecation,
        "The warning of a deprecated version",
        "The text of [Obsolete] on '{0}' cannot be sent as a warning: {1}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.BadDeprecation + ".md");

    public static readonly DiagnosticDescriptor NotServed = new(
        DiagnosticIds.NotServed,
        "A kind that is not served",
        "No version of '{0}' is served: nobody can read or write its objects; remove Served = false from one",
        DescriptorTable.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.NotServed + ".md");

    public static readonly DiagnosticDescriptor LostOnConversion = new(
        DiagnosticIds.LostOnConversion,
        "A field that the stored version lacks",
        "'{0}' of version {1} is not in {2}, the stored version, so the server drops it: add it there, or convert with [ConversionWebhook]",
        DescriptorTable.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.LostOnConversion + ".md");

    public static readonly DiagnosticDescriptor NotAtRoot = new(
        DiagnosticIds.NotAtRoot,
        "[Atomic] on a kind with a status",
        "[Atomic] cannot stand on '{0}': the API server takes no merge rule at the root of a kind that has the status subresource",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.NotAtRoot + ".md");

    public static readonly DiagnosticDescriptor NoEffect = new(
        DiagnosticIds.NoEffect,
        "An attribute that the server does not see",
        "{0} on '{1}' has no effect: {2}",
        DescriptorTable.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.NoEffect + ".md");

    public static readonly DiagnosticDescriptor BadConversion = new(
        DiagnosticIds.BadConversion,
        "A conversion webhook that cannot be called",
        "The conversion webhook cannot be used: {0}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.BadConversion + ".md");

    public static readonly DiagnosticDescriptor BadEntry = new(
        DiagnosticIds.BadEntry,
        "An annotation or label of the definition",
        "'{0}' cannot be set on the definition: {1}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.BadEntry + ".md");

    public static DiagnosticDescriptor[] All { get; } =
    [
        GuessedPlural,
        DoubtfulPlural,
        UnorderedVersion,
        NameClash,
        NotApproved,
        BadDeprecation,
        NotServed,
        LostOnConversion,
        NotAtRoot,
        NoEffect,
        BadConversion,
        BadEntry,
    ];
}
