using Microsoft.CodeAnalysis;

namespace Kube.Generators.Diagnostics;

/// <summary>Diagnostics about the files of definitions: stale ones, large ones, and what breaks a released one.</summary>
internal static class FileDescriptors
{
    public static readonly DiagnosticDescriptor StaleFile = new(
        DiagnosticIds.StaleFile,
        "The file of a definition is stale",
        "'{0}' is not what the types say: {1}; this build writes it anew, commit it",
        DescriptorTable.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.StaleFile + ".md");

    public static readonly DiagnosticDescriptor FileNotCommitted = new(
        DiagnosticIds.FileNotCommitted,
        "The file of a definition was not committed",
        "'{0}' is not what the types say: {1}; run 'dotnet build' and commit the file",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.FileNotCommitted + ".md");

    public static readonly DiagnosticDescriptor TooLargeForApply = new(
        DiagnosticIds.TooLargeForApply,
        "A definition that is too large for client-side apply",
        "'{0}' has {1} bytes of JSON, too many for 'kubectl apply', which keeps a copy in an annotation: apply it with --server-side, or drop "
            + "descriptions with the property CrdMaxDescriptionLength",
        DescriptorTable.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.TooLargeForApply + ".md");

    public static readonly DiagnosticDescriptor TooLargeForStore = new(
        DiagnosticIds.TooLargeForStore,
        "A definition that is too large for the API server",
        "'{0}' has {1} bytes of JSON, too many for the API server's store: drop a version, or descriptions with the property "
            + "CrdMaxDescriptionLength",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.TooLargeForStore + ".md");

    public static readonly DiagnosticDescriptor BreakingChange = new(
        DiagnosticIds.BreakingChange,
        "A change that breaks a released definition",
        "'{0}' of '{1}' breaks the released definition: {2}; undo it, make a new version, or allow it with [AllowBreakingChange(\"{0}\", "
            + "Justification = \"...\")]",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.BreakingChange + ".md");

    public static readonly DiagnosticDescriptor RiskyChange = new(
        DiagnosticIds.RiskyChange,
        "A change that may surprise users of a released definition",
        "'{0}' of '{1}' differs from the released definition: {2}; if that is meant, allow it with [AllowBreakingChange(\"{0}\", "
            + "Justification = \"...\")]",
        DescriptorTable.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.RiskyChange + ".md");

    public static readonly DiagnosticDescriptor UnreadableBaseline = new(
        DiagnosticIds.UnreadableBaseline,
        "A released definition that cannot be read",
        "'{0}' cannot be read: {1}; put a file there that the build wrote, unchanged",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.UnreadableBaseline + ".md");

    public static readonly DiagnosticDescriptor UnjustifiedChange = new(
        DiagnosticIds.UnjustifiedChange,
        "A breaking change without a reason",
        "[AllowBreakingChange] of '{0}' has no Justification: say why nobody is hurt",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.UnjustifiedChange + ".md");

    public static readonly DiagnosticDescriptor NeedlessAllowance = new(
        DiagnosticIds.NeedlessAllowance,
        "An allowance for a change that nobody made",
        "[AllowBreakingChange] of '{0}' allows nothing: no change there breaks the released definition; remove the attribute or mend its path",
        DescriptorTable.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.NeedlessAllowance + ".md");

    public static DiagnosticDescriptor[] All { get; } =
    [
        StaleFile,
        FileNotCommitted,
        TooLargeForApply,
        TooLargeForStore,
        BreakingChange,
        RiskyChange,
        UnreadableBaseline,
        UnjustifiedChange,
        NeedlessAllowance,
    ];
}
