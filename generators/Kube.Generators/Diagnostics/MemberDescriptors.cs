using Microsoft.CodeAnalysis;

namespace Kube.Generators.Diagnostics;

/// <summary>Diagnostics about members and enums: what System.Text.Json makes of them.</summary>
internal static class MemberDescriptors
{
    public static readonly DiagnosticDescriptor SurprisingName = new(
        DiagnosticIds.SurprisingName,
        "A name that Kubernetes would write otherwise",
        "'{0}' is '{1}' in JSON, against the conventions of Kubernetes: say {2} with [JsonPropertyName]",
        DescriptorTable.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.SurprisingName + ".md");

    public static readonly DiagnosticDescriptor HalfMember = new(
        DiagnosticIds.HalfMember,
        "A member that goes one way alone",
        "'{0}' {1}: put [JsonIgnore] on it, or give it a public {2}",
        DescriptorTable.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.HalfMember + ".md");

    public static readonly DiagnosticDescriptor UnreachableMember = new(
        DiagnosticIds.UnreachableMember,
        "A member that generated JSON cannot reach",
        "'{0}' has [JsonInclude], but the code that System.Text.Json generates cannot reach it and throws: make it, "
            + "with getter and setter, public or internal",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.UnreachableMember + ".md");

    public static readonly DiagnosticDescriptor LeakingMember = new(
        DiagnosticIds.LeakingMember,
        "A hidden member that is in JSON all the same",
        "'{0}' hides '{1}', which JSON has all the same, as '{2}': give both one name, or put [JsonIgnore] on the "
            + "hidden one",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.LeakingMember + ".md");

    public static readonly DiagnosticDescriptor Unmakeable = new(
        DiagnosticIds.Unmakeable,
        "A type that JSON cannot make",
        "System.Text.Json cannot make a '{0}': {1}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.Unmakeable + ".md");

    public static readonly DiagnosticDescriptor OwnConverter = new(
        DiagnosticIds.OwnConverter,
        "A value that only its converter knows",
        "What '{0}' is in JSON only its converter '{1}' knows: state it with [Schema] on {2}, or leave it unchecked "
            + "with [Schemaless]",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.OwnConverter + ".md");

    public static readonly DiagnosticDescriptor NumberAsText = new(
        DiagnosticIds.NumberAsText,
        "A number that is written as a text",
        "'{0}' asks JsonNumberHandling to write numbers as texts, which the schema of a number refuses: leave "
            + "WriteAsString out",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.NumberAsText + ".md");

    public static readonly DiagnosticDescriptor UnusableEnum = new(
        DiagnosticIds.UnusableEnum,
        "An enum that JSON cannot tell",
        "Enum '{0}' cannot be used: {1}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.UnusableEnum + ".md");

    public static readonly DiagnosticDescriptor EnumAlias = new(
        DiagnosticIds.EnumAlias,
        "Two members of an enum with one value",
        "'{0}' has the value of '{1}', as which it is written: what users set changes when it is read and written again",
        DescriptorTable.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.EnumAlias + ".md");

    public static readonly DiagnosticDescriptor IgnoredEnumMember = new(
        DiagnosticIds.IgnoredEnumMember,
        "An attribute that System.Text.Json ignores",
        "[EnumMember] does not make '{0}' of it, System.Text.Json writes '{1}': use [JsonStringEnumMemberName]",
        DescriptorTable.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.IgnoredEnumMember + ".md");

    public static readonly DiagnosticDescriptor BadIgnoreCondition = new(
        DiagnosticIds.BadIgnoreCondition,
        "A condition that System.Text.Json refuses",
        "'{0}' is never null, and System.Text.Json throws at the condition WhenWritingNull: use WhenWritingDefault, or write {1}?",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.BadIgnoreCondition + ".md");

    public static DiagnosticDescriptor[] All { get; } =
    [
        SurprisingName,
        HalfMember,
        UnreachableMember,
        LeakingMember,
        Unmakeable,
        OwnConverter,
        NumberAsText,
        UnusableEnum,
        EnumAlias,
        IgnoredEnumMember,
        BadIgnoreCondition,
    ];
}
