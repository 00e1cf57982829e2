using Microsoft.CodeAnalysis;

namespace Kube.Generators.Diagnostics;

/// <summary>Diagnostics about validation rules.</summary>
internal static class CelDescriptors
{
    public static readonly DiagnosticDescriptor CelSyntax = new(
        DiagnosticIds.CelSyntax,
        "A rule is an expression",
        "The {0} cannot be read: {1}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.CelSyntax + ".md");

    public static readonly DiagnosticDescriptor CelUnknownName = new(
        DiagnosticIds.CelUnknownName,
        "A rule names what there is",
        "The {0} names what is not there: {1}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.CelUnknownName + ".md");

    public static readonly DiagnosticDescriptor CelBadCall = new(
        DiagnosticIds.CelBadCall,
        "A rule calls functions with what they take",
        "The {0} does not fit its types: {1}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.CelBadCall + ".md");

    public static readonly DiagnosticDescriptor CelResult = new(
        DiagnosticIds.CelResult,
        "A rule is true or false",
        "The {0} {1}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.CelResult + ".md");

    public static readonly DiagnosticDescriptor CelConstant = new(
        DiagnosticIds.CelConstant,
        "A constant of a rule can be used",
        "The {0} can never be evaluated: {1}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.CelConstant + ".md");

    public static readonly DiagnosticDescriptor CelOldSelf = new(
        DiagnosticIds.CelOldSelf,
        "A rule compares with the former value",
        "The {0} cannot compare with the former value: {1}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.CelOldSelf + ".md");

    public static readonly DiagnosticDescriptor CelFieldPath = new(
        DiagnosticIds.CelFieldPath,
        "The field of a rule exists",
        "FieldPath '{0}' leads nowhere: {1}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.CelFieldPath + ".md");

    public static readonly DiagnosticDescriptor CelUntyped = new(
        DiagnosticIds.CelUntyped,
        "A rule sees its value",
        "Rules cannot see this value: {0}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.CelUntyped + ".md");

    public static readonly DiagnosticDescriptor CelRuleCost = new(
        DiagnosticIds.CelRuleCost,
        "A rule is within its budget",
        "The {0} may cost {1} times the budget of the API server: {2}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.CelRuleCost + ".md");

    public static readonly DiagnosticDescriptor CelVersionCost = new(
        DiagnosticIds.CelVersionCost,
        "All rules are within their budget",
        "The rules of '{0}' may together cost {1} times the budget of the API server;"
            + " the most expensive are at {2}: bound the lists, maps and texts that they read",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.CelVersionCost + ".md");

    public static readonly DiagnosticDescriptor CelNearBudget = new(
        DiagnosticIds.CelNearBudget,
        "A rule near its budget",
        "The {0} takes {1} of what the API server allows, because something that it is about has no bound: {2}",
        DescriptorTable.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.CelNearBudget + ".md");

    public static readonly DiagnosticDescriptor CelOneAnswer = new(
        DiagnosticIds.CelOneAnswer,
        "A rule with one answer",
        "The rule is {0} whatever the value is: {1}",
        DescriptorTable.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.CelOneAnswer + ".md");

    public static readonly DiagnosticDescriptor CelUnbounded = new(
        DiagnosticIds.CelUnbounded,
        "A rule about something without bound",
        "The {0} takes {1} of what the API server allows, and would take less: {2}",
        DescriptorTable.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.CelUnbounded + ".md");

    public static readonly DiagnosticDescriptor CelAlwaysFails = new(
        DiagnosticIds.CelAlwaysFails,
        "A part of a rule that always fails",
        "A part of the {0} fails whenever it is evaluated, and the value is refused: {1}",
        DescriptorTable.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.CelAlwaysFails + ".md");

    public static DiagnosticDescriptor[] All { get; } =
    [
        CelSyntax,
        CelUnknownName,
        CelBadCall,
        CelResult,
        CelConstant,
        CelOldSelf,
        CelFieldPath,
        CelUntyped,
        CelRuleCost,
        CelVersionCost,
        CelNearBudget,
        CelOneAnswer,
        CelUnbounded,
        CelAlwaysFails,
    ];
}
