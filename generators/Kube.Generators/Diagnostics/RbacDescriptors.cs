using Microsoft.CodeAnalysis;

namespace Kube.Generators.Diagnostics;

/// <summary>Diagnostics about rights.</summary>
internal static class RbacDescriptors
{
    public static readonly DiagnosticDescriptor RbacRefused = new(
        DiagnosticIds.RbacRefused,
        "A right that the API server refuses",
        "The right is not valid: {0}",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.RbacRefused + ".md");

    public static readonly DiagnosticDescriptor RbacUnknownVerb = new(
        DiagnosticIds.RbacUnknownVerb,
        "A verb that nothing asks for",
        "'{0}' is no verb, and grants nothing: {1}",
        DescriptorTable.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.RbacUnknownVerb + ".md");

    public static readonly DiagnosticDescriptor RbacWildcard = new(
        DiagnosticIds.RbacWildcard,
        "A right to everything",
        "The right is to every {0} there is and will be: name those that the code needs",
        DescriptorTable.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.RbacWildcard + ".md");

    public static readonly DiagnosticDescriptor RbacNoKind = new(
        DiagnosticIds.RbacNoKind,
        "A right to something that is no kind",
        "'{0}' has no [KubernetesEntity] with a PluralName, so that nothing says what it is called: use [Rbac] with Groups and Resources",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.RbacNoKind + ".md");

    public static readonly DiagnosticDescriptor RbacResource = new(
        DiagnosticIds.RbacResource,
        "A resource that nothing is called",
        "'{0}' is no resource name, and grants nothing: names are lower-case plurals, with a subresource after a slash",
        DescriptorTable.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.RbacResource + ".md");

    public static readonly DiagnosticDescriptor RbacNamelessVerb = new(
        DiagnosticIds.RbacNamelessVerb,
        "A verb without a name",
        "'{0}' names no object, so that ResourceNames keep it from ever being granted: say it in a right without them",
        DescriptorTable.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.RbacNamelessVerb + ".md");

    public static DiagnosticDescriptor[] All { get; } =
    [
        RbacRefused,
        RbacUnknownVerb,
        RbacWildcard,
        RbacNoKind,
        RbacResource,
        RbacNamelessVerb,
    ];
}
