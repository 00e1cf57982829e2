using System.Diagnostics;
using Kube.Runtime.Controllers;

namespace Kube.Runtime.Telemetry;

/// <summary>
/// Where the runtime's traces come from: the activity source <see cref="SourceName"/>. Nothing is made unless somebody listens, such as
/// OpenTelemetry with <c>AddSource(RuntimeActivities.SourceName)</c>.
/// </summary>
public static class RuntimeActivities
{
    /// <summary>Name of the activity source.</summary>
    public const string SourceName = "Kube.Runtime";

    internal const string Result = "reconcile.result";

    private static readonly ActivitySource s_source = new(SourceName);

    /// <summary>One reconcile; null when nobody listens. Requests that are sent within become its children.</summary>
    internal static Activity? Reconcile(ControllerSetup setup, ObjectKey key, Guid id)
    {
        var activity = s_source.StartActivity("Reconcile");
        if (activity is { IsAllDataRequested: true })
        {
            activity.DisplayName = $"Reconcile {setup.Name}";
            activity.SetTag("controller", setup.Name);
            activity.SetTag("controller.group", setup.Primary?.Group);
            activity.SetTag("controller.kind", setup.Primary?.Kind);
            activity.SetTag("k8s.namespace.name", key.Namespace);
            activity.SetTag("k8s.object.name", key.Name);
            activity.SetTag("reconcile.id", id.ToString());
        }

        return activity;
    }
}
