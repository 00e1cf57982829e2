using k8s.Models;
using Ray.Api;
using Ray.Operator.RayClusters.Observing;

namespace Ray.Operator.RayClusters.Status;

/// <summary>
/// What the condition <c>HeadPodReady</c> says: the head pod's own Ready condition, with the container's trouble if there is any.
/// </summary>
/// <param name="Status">True or false; null for unknown.</param>
/// <param name="Reason">One word.</param>
/// <param name="Message">For people.</param>
internal readonly record struct HeadCondition(bool? Status, string Reason, string Message)
{
    public static HeadCondition Of(V1Pod? head)
    {
        if (head is null)
        {
            return new(false, RayConditionReasons.HeadPodNotFound, "Head Pod not found");
        }

        if (PodFacts.ReadyCondition(head) is not { } ready)
        {
            return new(false, RayConditionReasons.Unknown, "");
        }

        var reason = ready.Reason ?? "";
        var message = ready.Message ?? "";
        if (reason == RayConditionReasons.ContainersNotReady && TroubleOf(head) is { } trouble)
        {
            reason = trouble.Reason;
            message += $"; {trouble.Container}: {trouble.Message}";
        }

        if (reason.Length == 0)
        {
            reason = ready.Status == "True" ? RayConditionReasons.HeadPodRunningAndReady : RayConditionReasons.Unknown;
        }

        return new(ready.Status switch { "True" => true, "False" => false, _ => null }, reason, message);
    }

    private static (string Container, string Reason, string Message)? TroubleOf(V1Pod pod)
    {
        foreach (var status in pod.Status?.ContainerStatuses ?? [])
        {
            if (status.State?.Waiting is { } waiting)
            {
                return (status.Name, waiting.Reason ?? "", waiting.Message ?? "");
            }

            if (status.State?.Terminated is { } terminated)
            {
                return (status.Name, terminated.Reason ?? "", terminated.Message ?? "");
            }
        }

        return null;
    }
}
