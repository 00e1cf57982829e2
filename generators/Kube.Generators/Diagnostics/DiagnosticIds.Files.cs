namespace Kube.Generators.Diagnostics;

/// <summary>Ids about files: KCR170 to KCR179 compare and measure them, KCR180 to KCR189 keep released definitions whole.</summary>
internal static partial class DiagnosticIds
{
    public const string StaleFile = "KCR170";
    public const string FileNotCommitted = "KCR171";
    public const string TooLargeForApply = "KCR172";
    public const string TooLargeForStore = "KCR173";

    public const string BreakingChange = "KCR180";
    public const string RiskyChange = "KCR181";
    public const string UnreadableBaseline = "KCR182";
    public const string UnjustifiedChange = "KCR183";
    public const string NeedlessAllowance = "KCR184";
}
