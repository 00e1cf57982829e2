namespace Kube.Generators.Diagnostics;

/// <summary>Ids of the diagnostics: KCR0xx is about C# types, KCR1xx about their schema; docs/diagnostics explains each.</summary>
internal static partial class DiagnosticIds
{
    public const string NotPartial = "KCR001";
    public const string NoEntity = "KCR002";
    public const string BadName = "KCR003";
    public const string NoMetadata = "KCR004";
    public const string NoJsonContext = "KCR005";
    public const string NotInJsonContext = "KCR006";
    public const string NotCamelCase = "KCR007";
    public const string UnsupportedType = "KCR008";
    public const string NumericEnum = "KCR009";
    public const string DuplicateJsonName = "KCR010";
    public const string KindShape = "KCR011";
    public const string Recursion = "KCR012";
    public const string Versions = "KCR013";

    public const string BadBound = "KCR101";
    public const string BadLength = "KCR102";
    public const string BadPattern = "KCR103";
    public const string BadAllowedValues = "KCR104";
    public const string DefaultNotJson = "KCR105";
    public const string DefaultMismatch = "KCR106";
    public const string BadListType = "KCR107";
    public const string BadListKey = "KCR108";
    public const string BadCelRule = "KCR109";
    public const string BadPrinterColumn = "KCR110";
    public const string BadAtomic = "KCR111";
}
