namespace Kube.Generators.Diagnostics;

/// <summary>Ids about what must be set, and about what is there when it is not: KCR026 to KCR039.</summary>
internal static partial class DiagnosticIds
{
    public const string Oblivious = "KCR026";
    public const string UnreadableWithout = "KCR027";
    public const string NotConstant = "KCR028";
    public const string DefaultsDiffer = "KCR029";
    public const string NeverSent = "KCR030";
    public const string RequiredStatus = "KCR031";
    public const string NewIsNoDefault = "KCR032";
    public const string BadDescriptionLength = "KCR033";
}
