namespace Kube.Generators.Diagnostics;

/// <summary>Ids of the diagnostics about clients.</summary>
internal static class ClientDiagnosticIds
{
    public const string ScaleType = "KCR060";
    public const string ScalePlace = "KCR061";
    public const string ScaleIncomplete = "KCR062";
    public const string NameTaken = "KCR063";
}
