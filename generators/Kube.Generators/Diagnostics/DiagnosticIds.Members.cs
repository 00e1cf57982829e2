namespace Kube.Generators.Diagnostics;

/// <summary>Ids about C# types beyond the first ones: KCR014 to KCR025 are about members and enums, KCR040 to KCR049 about stated schemas and unions.</summary>
internal static partial class DiagnosticIds
{
    public const string SurprisingName = "KCR014";
    public const string HalfMember = "KCR015";
    public const string UnreachableMember = "KCR016";
    public const string LeakingMember = "KCR017";
    public const string Unmakeable = "KCR018";
    public const string OwnConverter = "KCR019";
    public const string NumberAsText = "KCR020";
    public const string UnusableEnum = "KCR021";
    public const string EnumAlias = "KCR022";
    public const string IgnoredEnumMember = "KCR023";
    public const string BadIgnoreCondition = "KCR024";

    public const string BadStatedSchema = "KCR040";
    public const string BadUnion = "KCR041";
    public const string UnionConflict = "KCR042";
    public const string UnionDefault = "KCR043";
    public const string InexpressibleUnion = "KCR044";
}
