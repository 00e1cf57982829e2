namespace Kube.Generators.Diagnostics;

/// <summary>Ids about the conversion between versions: KCR140 to KCR149.</summary>
internal static partial class DiagnosticIds
{
    public const string NoHub = "KCR140";
    public const string BadHub = "KCR141";
    public const string BadMapping = "KCR142";
    public const string Unmapped = "KCR143";
    public const string OtherForm = "KCR144";
    public const string NoHubField = "KCR145";
    public const string StrayHubField = "KCR146";
    public const string StatusLost = "KCR147";
}
