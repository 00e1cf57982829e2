namespace Kube.Generators.Diagnostics;

/// <content>Validation rules.</content>
internal static partial class DiagnosticIds
{
    public const string CelSyntax = "KCR150";
    public const string CelUnknownName = "KCR151";
    public const string CelBadCall = "KCR152";
    public const string CelResult = "KCR153";
    public const string CelConstant = "KCR154";
    public const string CelOldSelf = "KCR155";
    public const string CelFieldPath = "KCR156";
    public const string CelUntyped = "KCR157";
    public const string CelRuleCost = "KCR158";
    public const string CelVersionCost = "KCR159";
    public const string CelNearBudget = "KCR160";
    public const string CelOneAnswer = "KCR161";
    public const string CelUnbounded = "KCR162";
    public const string CelAlwaysFails = "KCR163";
}
