namespace Kube.Generators.Diagnostics;

/// <summary>Ids about what attributes say of a definition and its schema.</summary>
internal static partial class DiagnosticIds
{
    public const string GuessedPlural = "KCR112";
    public const string DoubtfulPlural = "KCR113";
    public const string UnorderedVersion = "KCR114";
    public const string NameClash = "KCR115";
    public const string NotApproved = "KCR116";
    public const string BadDeprecation = "KCR117";
    public const string NotServed = "KCR118";
    public const string LostOnConversion = "KCR119";
    public const string NotAtRoot = "KCR120";
    public const string NoEffect = "KCR121";
    public const string BadConversion = "KCR122";
    public const string BadEntry = "KCR123";
    public const string BadMultiple = "KCR124";
    public const string RoundedBound = "KCR125";
    public const string BadSelectable = "KCR126";
    public const string BadGroup = "KCR127";
    public const string InexpressibleName = "KCR128";
    public const string NoItems = "KCR129";
    public const string BadFormat = "KCR130";
    public const string BadEmbeddedResource = "KCR131";
    public const string BadAnnotation = "KCR132";
    public const string NullableDefault = "KCR134";
    public const string NullAmongValues = "KCR137";
    public const string Fraction = "KCR138";
    public const string NewerThanFacts = "KCR136";
}
