namespace Kube.Generators.Diagnostics;

/// <summary>Names of what diagnostics tell code fixes.</summary>
internal static class DiagnosticProperties
{
    /// <summary>The text that belongs in the place of the squiggle.</summary>
    public const string Replacement = nameof(Replacement);
}
