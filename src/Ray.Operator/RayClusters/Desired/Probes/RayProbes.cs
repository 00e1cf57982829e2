using k8s.Models;

namespace Ray.Operator.RayClusters.Desired.Probes;

/// <summary>Adds the probes that the user left out to the Ray container.</summary>
internal static class RayProbes
{
    public static void AddTo(RayNode node)
    {
        if (!node.Settings.InjectProbes)
        {
            return;
        }

        node.RayContainer.LivenessProbe ??= Liveness(node);
        node.RayContainer.ReadinessProbe ??= Readiness(node);
    }

    // Ten minutes of silence restart the container; a busy or briefly unreachable Ray is left alone.
    private static V1Probe Liveness(RayNode node)
    {
        var probe = HealthCheck.Of(node);
        probe.InitialDelaySeconds = 30;
        probe.FailureThreshold = 120;
        return Timed(probe, node);
    }

    private static V1Probe Readiness(RayNode node)
    {
        var servesRequests = node.IsForServe && !node.IsHead;
        var probe = servesRequests ? HealthCheck.OfServeProxy(node) : HealthCheck.Of(node);
        probe.InitialDelaySeconds = 10;
        probe.FailureThreshold = servesRequests ? 1 : 10;
        return Timed(probe, node);
    }

    private static V1Probe Timed(V1Probe probe, RayNode node)
    {
        probe.TimeoutSeconds = node.IsHead ? 5 : 2;
        probe.PeriodSeconds = 5;
        probe.SuccessThreshold = 1;
        return probe;
    }
}
