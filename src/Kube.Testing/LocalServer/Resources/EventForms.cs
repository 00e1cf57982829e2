using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>
/// Events have two forms, <c>v1</c> and <c>events.k8s.io/v1</c>, which are stored together: what is written in one is read in the other. The forms
/// differ in the names of members.
/// </summary>
internal static class EventForms
{
    /// <summary>Group of the newer form.</summary>
    public const string Group = "events.k8s.io";

    /// <summary>What both are stored as.</summary>
    public const string StorageKey = "events";

    private static readonly (string Core, string New)[] s_names =
    [
        ("involvedObject", "regarding"),
        ("message", "note"),
        ("source", "deprecatedSource"),
        ("firstTimestamp", "deprecatedFirstTimestamp"),
        ("lastTimestamp", "deprecatedLastTimestamp"),
        ("count", "deprecatedCount"),
        ("reportingComponent", "reportingController"),
    ];

    // Servers write these members though nothing was said of them.
    private static readonly (string Core, Func<JsonNode?> Value)[] s_always =
    [
        ("involvedObject", () => new JsonObject()),
        ("source", () => new JsonObject()),
        ("firstTimestamp", () => null),
        ("lastTimestamp", () => null),
        ("eventTime", () => null),
    ];

    private static readonly string[] s_emptyInCore = ["reportingComponent", "reportingInstance"];

    /// <summary>An event in the form of a version.</summary>
    public static JsonObject To(string apiVersion, JsonObject stored)
    {
        if ((string?)stored["apiVersion"] == apiVersion)
        {
            return stored;
        }

        var isNew = IsNew(apiVersion);
        var shown = new JsonObject();
        foreach (var (name, value) in stored)
        {
            shown[isNew ? NewName(name) : CoreName(name)] = value?.DeepClone();
        }

        shown["apiVersion"] = apiVersion;
        Complete(isNew, shown);
        return shown;
    }

    /// <summary>Fills in what servers write though nothing was said of it.</summary>
    public static void Complete(JsonObject value) => Complete(IsNew((string?)value["apiVersion"]), value);

    private static void Complete(bool isNew, JsonObject value)
    {
        foreach (var (name, make) in s_always)
        {
            value.TryAdd(isNew ? NewName(name) : name, make());
        }

        foreach (var name in s_emptyInCore)
        {
            if (!isNew)
            {
                value.TryAdd(name, "");
            }
            else if ((string?)value[NewName(name)] == "")
            {
                value.Remove(NewName(name));
            }
        }
    }

    private static bool IsNew(string? apiVersion) => apiVersion?.StartsWith(Group, StringComparison.Ordinal) == true;

    /// <summary>Path of a selectable field in the newer form.</summary>
    public static string NewPath(string corePath)
    {
        var end = corePath.IndexOf('.', StringComparison.Ordinal);
        return end < 0 ? NewName(corePath) : NewName(corePath[..end]) + corePath[end..];
    }

    private static string NewName(string core) => s_names.FirstOrDefault(pair => pair.Core == core).New ?? core;

    private static string CoreName(string name) => s_names.FirstOrDefault(pair => pair.New == name).Core ?? name;
}
