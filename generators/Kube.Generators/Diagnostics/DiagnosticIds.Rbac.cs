namespace Kube.Generators.Diagnostics;

/// <summary>Ids about rights: KCR190 to KCR199.</summary>
internal static partial class DiagnosticIds
{
    public const string RbacRefused = "KCR190";
    public const string RbacUnknownVerb = "KCR191";
    public const string RbacWildcard = "KCR192";
    public const string RbacNoKind = "KCR193";
    public const string RbacResource = "KCR194";
    public const string RbacNamelessVerb = "KCR195";
}
