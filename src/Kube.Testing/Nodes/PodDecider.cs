using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>The kubelet's part as a pure function: a pod and its circumstances in, one decision out.</summary>
internal static class PodDecider
{
    public static PodDecision Decide(JsonObject pod, PodContext context)
    {
        if (PodJson.IsDeleting(pod))
        {
            var due = (context.DeletionSeen ?? context.Now) + context.TerminationDelay;
            return (PodDecision?)WaitUntil(due, context) ?? PodDecision.Remove.Instance;
        }

        return PodJson.Phase(pod) switch
        {
            "Succeeded" or "Failed" => PodDecision.Nothing.Instance,
            "Running" => Keep(pod, context),
            _ => Begin(pod, context),
        };
    }

    private static PodDecision Begin(JsonObject pod, PodContext context)
    {
        var wanted = WantedPhase(pod);
        if (wanted == "Pending")
        {
            return PodDecision.Nothing.Instance;
        }

        return (PodDecision?)WaitUntil(context.FirstSeen + context.StartDelay, context)
            ?? End(pod, wanted, context)
            ?? new PodDecision.WriteStatus(PodStatuses.Running(pod, context, WantedReadiness(pod) ?? true));
    }

    private static PodDecision Keep(JsonObject pod, PodContext context)
    {
        var wanted = WantedPhase(pod);
        if (End(pod, wanted, context) is { } end)
        {
            return end;
        }

        // Without the annotation readiness is left as it is: a test may have set it through the API.
        return WantedReadiness(pod) is { } ready && ready != PodJson.IsReady(pod)
            ? new PodDecision.WriteStatus(PodStatuses.Running(pod, context, ready))
            : PodDecision.Nothing.Instance;
    }

    private static PodDecision.WriteStatus? End(JsonObject pod, string wanted, PodContext context) => wanted switch
    {
        "Running" or "Pending" => null,
        "Succeeded" => new(PodStatuses.Ended(pod, context, new PodEnd("Completed", 0))),
        "Failed" => new(PodStatuses.Ended(pod, context, new PodEnd("Error", 1))),
        _ => new(PodStatuses.Ended(
            pod, context, new PodEnd("InvalidSimulation", 1, $"{SimulatedPodAnnotations.Phase}: there is no phase '{wanted}'"))),
    };

    private static string WantedPhase(JsonObject pod)
    {
        var isOfJob = PodJson.IsOfJob(pod);
        return (isOfJob ? PodJson.Annotation(pod, SimulatedPodAnnotations.JobPhase) : null)
            ?? PodJson.Annotation(pod, SimulatedPodAnnotations.Phase)
            ?? (isOfJob ? "Succeeded" : "Running");
    }

    private static bool? WantedReadiness(JsonObject pod) =>
        bool.TryParse(PodJson.Annotation(pod, SimulatedPodAnnotations.Ready), out var ready) ? ready : null;

    private static PodDecision.Wait? WaitUntil(DateTimeOffset due, PodContext context) =>
        due > context.Now ? new PodDecision.Wait(due - context.Now) : null;
}
