using k8s.Models;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Observing;

namespace Ray.Operator.RayClusters.Planning;

/// <summary>The workers of one group as a draft leaves them. Dead ones appear nowhere: they hold no place.</summary>
/// <param name="Staying">Workers that stay.</param>
/// <param name="Going">Workers on their way out; until they are gone they use what a successor would need.</param>
internal readonly record struct WorkerCount(IReadOnlyList<V1Pod> Staying, IReadOnlyList<V1Pod> Going)
{
    public static WorkerCount Of(PlanDraft draft, WorkerGroupSpec group)
    {
        var alive = draft.PodsOf(group).Where(p => !PodFacts.IsDead(p)).ToLookup(draft.IsGoing);
        return new([.. alive[false]], [.. alive[true]]);
    }
}
