using k8s.Models;
using Ray.Operator.RayClusters.Observing;

namespace Ray.Operator.Commands.Local.Views;

/// <summary>What is shown of a pod.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Group">Name of its group; that of the head is <c>headgroup</c>.</param>
/// <param name="Phase">Its phase, or what is more telling: that it is on its way out, or runs without being ready.</param>
/// <param name="Node">Node that it is on; empty while it has none.</param>
internal sealed record PodView(string Name, string Group, string Phase, string Node)
{
    /// <summary>Phase of a pod that runs and is ready.</summary>
    public const string Running = "Running";

    /// <summary>Phase of a pod that runs and is not ready.</summary>
    public const string NotReady = "NotReady";

    /// <summary>Phase of a pod that is being deleted.</summary>
    public const string Terminating = "Terminating";

    /// <summary>Makes the view of a pod.</summary>
    public static PodView Of(V1Pod pod) => new(PodFacts.NameOf(pod), PodFacts.GroupOf(pod), PhaseOf(pod), pod.Spec?.NodeName ?? "");

    private static string PhaseOf(V1Pod pod)
    {
        if (PodFacts.IsTerminating(pod))
        {
            return Terminating;
        }

        return PodFacts.IsRunning(pod) && !PodFacts.IsReady(pod) ? NotReady : pod.Status?.Phase ?? "";
    }
}
