using System.Globalization;
using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>How a pod ends.</summary>
/// <param name="Reason">The reason in the containers' state.</param>
/// <param name="ExitCode">0 means that the pod has succeeded.</param>
/// <param name="Message">For people.</param>
internal sealed record PodEnd(string Reason, int ExitCode, string? Message = null)
{
    public bool Succeeded => ExitCode == 0;
}

/// <summary>Pod statuses as strategic merge patches: conditions of others, such as readiness gates, stay.</summary>
internal static class PodStatuses
{
    /// <summary>All containers run; the init containers are done.</summary>
    public static JsonObject Running(JsonObject pod, PodContext context, bool ready)
    {
        var now = Time(context.Now);
        var status = Base(pod, context, "Running");
        status["initContainerStatuses"] = Array(PodJson.InitContainers(pod).Select(container => InitContainer(pod, container, now)));
        status["containerStatuses"] = Array(PodJson.Containers(pod).Select(container => RunningContainer(pod, container, now, ready)));
        status["conditions"] = PodConditions.For(pod, now, ready, ready ? null : "ContainersNotReady");
        return status;
    }

    /// <summary>All containers have ended, and nothing starts them again.</summary>
    public static JsonObject Ended(JsonObject pod, PodContext context, PodEnd end)
    {
        var now = Time(context.Now);
        var status = Base(pod, context, end.Succeeded ? "Succeeded" : "Failed");
        if (!end.Succeeded)
        {
            status["reason"] = end.Reason;
            status["message"] = end.Message;
        }

        status["initContainerStatuses"] = Array(
            PodJson.InitContainers(pod).Select(container => InitContainer(pod, container, now, ended: true)));
        status["containerStatuses"] = Array(PodJson.Containers(pod).Select(container => EndedContainer(pod, container, now, end)));
        status["conditions"] = PodConditions.For(pod, now, ready: false, end.Succeeded ? "PodCompleted" : "PodFailed");
        return status;
    }

    /// <summary>One container of a running pod has ended; the others go on.</summary>
    public static JsonObject WithContainerEnded(JsonObject pod, PodContext context, string container, PodEnd end)
    {
        var now = Time(context.Now);
        var statuses = PodJson.Containers(pod).Select(one => (string?)one["name"] == container
            ? EndedContainer(pod, one, now, end)
            : PodJson.ContainerStatus(pod, "containerStatuses", (string?)one["name"])?.DeepClone() as JsonObject
                ?? RunningContainer(pod, one, now, ready: true));
        var status = Base(pod, context, "Running");
        status["containerStatuses"] = Array(statuses);
        status["conditions"] = PodConditions.For(pod, now, ready: false, "ContainersNotReady");
        return status;
    }

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static JsonObject Base(JsonObject pod, PodContext context, string phase)
    {
        var ip = PodJson.PodIp(pod) ?? context.PodIp;
        return new JsonObject
        {
            ["phase"] = phase,
            ["hostIP"] = context.HostIp,
            ["podIP"] = ip,
            ["podIPs"] = new JsonArray(new JsonObject { ["ip"] = ip }),
            ["startTime"] = (string?)pod["status"]?["startTime"] ?? Time(context.Now),
        };
    }

    // An init container that restarts always is a side-car: it runs beside the containers.
    private static JsonObject InitContainer(JsonObject pod, JsonObject container, string now, bool ended = false)
    {
        if ((string?)container["restartPolicy"] == "Always" && !ended)
        {
            return Container(pod, container, "initContainerStatuses", ready: true, started: true, RunningState(now));
        }

        var state = TerminatedState(now, now, new PodEnd("Completed", 0));
        return Container(pod, container, "initContainerStatuses", ready: true, started: false, state);
    }

    private static JsonObject RunningContainer(JsonObject pod, JsonObject container, string now, bool ready) =>
        Container(pod, container, "containerStatuses", ready, started: true, RunningState(StartedAt(pod, container) ?? now));

    private static JsonObject EndedContainer(JsonObject pod, JsonObject container, string now, PodEnd end) =>
        Container(
            pod, container, "containerStatuses", ready: false, started: false, TerminatedState(StartedAt(pod, container) ?? now, now, end));

    private static JsonObject Container(JsonObject pod, JsonObject container, string list, bool ready, bool started, JsonObject state)
    {
        var name = (string?)container["name"];
        var image = (string?)container["image"] ?? "";
        return new JsonObject
        {
            ["name"] = name,
            ["image"] = image,
            ["imageID"] = "simulated://" + image,
            ["containerID"] = $"simulated://{PodJson.Uid(pod)}/{name}",
            ["ready"] = ready,
            ["started"] = started,
            ["restartCount"] = (int?)PodJson.ContainerStatus(pod, list, name)?["restartCount"] ?? 0,
            ["state"] = state,
        };
    }

    private static JsonObject RunningState(string startedAt) => new() { ["running"] = new JsonObject { ["startedAt"] = startedAt } };

    private static JsonObject TerminatedState(string startedAt, string finishedAt, PodEnd end) => new()
    {
        ["terminated"] = new JsonObject
        {
            ["exitCode"] = end.ExitCode,
            ["reason"] = end.Reason,
            ["message"] = end.Message,
            ["startedAt"] = startedAt,
            ["finishedAt"] = finishedAt,
        },
    };

    private static string? StartedAt(JsonObject pod, JsonObject container) =>
        (string?)PodJson.ContainerStatus(pod, "containerStatuses", (string?)container["name"])?["state"]?["running"]?["startedAt"];

    private static JsonArray Array(IEnumerable<JsonObject> items) => new([.. items]);
}
