using Microsoft.CodeAnalysis;

namespace Kube.Generators.Diagnostics;

/// <summary>Diagnostics about what the typed client needs: the scale subresource, and the types that are generated beside it.</summary>
internal static class ClientDescriptors
{
    public static readonly DiagnosticDescriptor ScaleType = new(
        ClientDiagnosticIds.ScaleType,
        "A scale property is a whole number or a text",
        "[Scale] on '{0}' cannot be used: it is neither int nor long (a number of replicas) nor string (a label selector)",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + ClientDiagnosticIds.ScaleType + ".md");

    public static readonly DiagnosticDescriptor ScalePlace = new(
        ClientDiagnosticIds.ScalePlace,
        "A scale property is reached through objects",
        "[Scale] on '{0}' cannot be used: '{1}' {2}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + ClientDiagnosticIds.ScalePlace + ".md");

    public static readonly DiagnosticDescriptor ScaleIncomplete = new(
        ClientDiagnosticIds.ScaleIncomplete,
        "The scale subresource has each path once",
        "The scale subresource of '{0}' {1}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + ClientDiagnosticIds.ScaleIncomplete + ".md");

    public static readonly DiagnosticDescriptor NameTaken = new(
        ClientDiagnosticIds.NameTaken,
        "The name of a generated type is taken",
        "The type '{0}' cannot be generated because there is one of that name: rename yours, or the class '{1}' that it is made of",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + ClientDiagnosticIds.NameTaken + ".md");

    public static readonly DiagnosticDescriptor[] All = [ScaleType, ScalePlace, ScaleIncomplete, NameTaken];
}
