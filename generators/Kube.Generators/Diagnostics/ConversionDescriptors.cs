using Microsoft.CodeAnalysis;

namespace Kube.Generators.Diagnostics;

/// <summary>Diagnostics about the conversion between the versions of a kind.</summary>
internal static class ConversionDescriptors
{
    public static readonly DiagnosticDescriptor NoHub = new(
        DiagnosticIds.NoHub,
        "A version that nothing converts",
        "Version {0} of '{1}' is served and converted by webhook, and does not say how: put "
            + "[ConversionHub<{2}>(typeof(...))] on it, or [ConversionHub<{2}>] when you register functions of your own",
        DescriptorTable.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.NoHub + ".md");

    public static readonly DiagnosticDescriptor BadHub = new(
        DiagnosticIds.BadHub,
        "A hub that cannot be one",
        "'{0}' cannot be converted by way of '{1}': {2}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.BadHub + ".md");

    public static readonly DiagnosticDescriptor BadMapping = new(
        DiagnosticIds.BadMapping,
        "A mapping that lacks a function",
        "'{0}' has no method of this signature that the generated code can call: {1}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.BadMapping + ".md");

    public static readonly DiagnosticDescriptor Unmapped = new(
        DiagnosticIds.Unmapped,
        "A field that the hub lacks",
        "'{0}' of version {1} is not in the hub {2}{3}: put [HubField(\"...\")] on the property if the mapping "
            + "puts it elsewhere, [NotInHub] if the hub cannot say it",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.Unmapped + ".md");

    public static readonly DiagnosticDescriptor OtherForm = new(
        DiagnosticIds.OtherForm,
        "A field that the hub has in another form",
        "'{0}' is {1} in version {2} and {3} in the hub {4}: put [HubField(\"...\")] on the property if the "
            + "mapping changes its form",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.OtherForm + ".md");

    public static readonly DiagnosticDescriptor NoHubField = new(
        DiagnosticIds.NoHubField,
        "A path that the hub does not have",
        "'{0}' on '{1}' leads nowhere in the hub {2}: {3}{4}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.NoHubField + ".md");

    public static readonly DiagnosticDescriptor StrayHubField = new(
        DiagnosticIds.StrayHubField,
        "A mapped field without a hub",
        "{0} on '{1}' has no effect: {2}",
        DescriptorTable.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.StrayHubField + ".md");

    public static readonly DiagnosticDescriptor StatusLost = new(
        DiagnosticIds.StatusLost,
        "A status that conversion loses",
        "'{0}' of the hub {1} is not in version {2}, and no annotation keeps status: every write through {2} "
            + "loses it; add it to the status of {2}",
        DescriptorTable.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.StatusLost + ".md");

    public static DiagnosticDescriptor[] All { get; } =
        [NoHub, BadHub, BadMapping, Unmapped, OtherForm, NoHubField, StrayHubField, StatusLost];
}
