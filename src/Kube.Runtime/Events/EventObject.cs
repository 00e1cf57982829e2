using System.Globalization;
using System.Text.Json.Nodes;
using k8s.Models;

namespace Kube.Runtime.Events;

/// <summary>Shapes event objects and the patches that count repetitions.</summary>
internal static class EventObject
{
    // Names of objects may have 253 characters.
    private const int MaxNamePrefix = 230;

    /// <summary>The namespace of events about an object: its own, or <c>default</c> for cluster-scoped objects.</summary>
    public static string NamespaceOf(PendingEvent pending) =>
        string.IsNullOrEmpty(pending.Regarding.NamespaceProperty) ? "default" : pending.Regarding.NamespaceProperty;

    public static Eventsv1Event New(PendingEvent pending, EventRecorderOptions options, long sequence)
    {
        var name = pending.Regarding.Name ?? "unknown";
        return new()
        {
            ApiVersion = "events.k8s.io/v1",
            Kind = "Event",
            Metadata = new()
            {
                Name = string.Create(CultureInfo.InvariantCulture, $"{name[..Math.Min(name.Length, MaxNamePrefix)]}.{pending.At.Ticks:x}{sequence:x4}"),
                NamespaceProperty = NamespaceOf(pending),
            },
            EventTime = pending.At,
            Type = pending.Key.Type.ToString(),
            Reason = pending.Key.Reason,
            Action = pending.Key.Action,
            Note = pending.Note,
            Regarding = pending.Regarding,
            ReportingController = options.ReportingController,
            ReportingInstance = EventNote.Cut(options.ReportingInstance, 128),
        };
    }

    /// <summary>Says that the event was seen that often, last at that time.</summary>
    public static Patch Series(int count, DateTime last) => Patch.Merge(new JsonObject
    {
        ["series"] = new JsonObject
        {
            ["count"] = count,
            ["lastObservedTime"] = last.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        },
    });
}
