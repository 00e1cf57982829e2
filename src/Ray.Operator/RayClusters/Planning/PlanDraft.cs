using System.Collections.Immutable;
using k8s.Models;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Observing;
using Ray.Operator.RayClusters.Validation;

namespace Ray.Operator.RayClusters.Planning;

/// <summary>A plan in the making: rules add to it one after another, and see what earlier rules added.</summary>
/// <param name="snapshot">What is planned for.</param>
internal sealed class PlanDraft(ClusterSnapshot snapshot)
{
    private readonly ImmutableArray<PlannedAction>.Builder _actions = ImmutableArray.CreateBuilder<PlannedAction>();
    private readonly ImmutableArray<Notice>.Builder _notices = ImmutableArray.CreateBuilder<Notice>();
    private readonly ImmutableArray<Wait>.Builder _waits = ImmutableArray.CreateBuilder<Wait>();
    private readonly HashSet<V1Pod> _deleted = new(ReferenceEqualityComparer.Instance);

    // Looked up once: of a thousand pods, asking each rule anew for labels would take longer than the rules do.
    private readonly ILookup<string, V1Pod> _workers = snapshot.Workers.ToLookup(PodFacts.GroupOf, StringComparer.Ordinal);
    private ImmutableArray<SpecProblem> _problems = [];

    /// <summary>What is planned for.</summary>
    public ClusterSnapshot Snapshot { get; } = snapshot;

    /// <summary>The head pods, terminating ones included.</summary>
    public ImmutableArray<V1Pod> Heads { get; } = [.. snapshot.Heads];

    /// <summary>Names of all groups that have workers, those that left the spec included.</summary>
    public IEnumerable<string> GroupsOfWorkers => _workers.Select(group => group.Key);

    /// <summary>Set by a rule after which no other rule may speak.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Set by a rule after which no rule may say anything about pods; those about other objects go on.</summary>
    public bool HasPodsSettled { get; private set; }

    /// <summary>The worker groups that can be counted now: those whose own writes the caches show.</summary>
    public IEnumerable<WorkerGroupSpec> CountableGroups => Snapshot.Groups.Where(g => !Snapshot.IsStale(g.GroupName ?? ""));

    /// <summary>The countable groups whose replicas are single pods.</summary>
    public IEnumerable<WorkerGroupSpec> SinglePodGroups =>
        CountableGroups.Where(g => !GroupSize.IsMultiHost(g, Snapshot.Settings));

    /// <summary>The countable groups whose replicas span hosts, and live and die as one.</summary>
    public IEnumerable<WorkerGroupSpec> MultiHostGroups => CountableGroups.Where(g => GroupSize.IsMultiHost(g, Snapshot.Settings));

    /// <summary>Adds a write.</summary>
    public void Add(PlannedAction action)
    {
        _actions.Add(action);
        if (action is DeletePod { Pod: var pod })
        {
            _deleted.Add(pod);
        }
    }

    /// <summary>Adds the deletion of a pod.</summary>
    public void Delete(V1Pod pod, DeletionCause cause, string reason) => Add(new DeletePod(pod, PodFacts.GroupOf(pod), cause, reason));

    /// <summary>Adds a warning.</summary>
    public void Warn(Notice notice) => _notices.Add(notice);

    /// <summary>Notes that the plan is incomplete until something happens; other rules go on.</summary>
    public void WaitFor(string reason, DateTimeOffset? until = null) => _waits.Add(new(reason, until));

    /// <summary>Notes that nothing more may be decided before something happens.</summary>
    public void StopFor(string reason, DateTimeOffset? until = null)
    {
        WaitFor(reason, until);
        IsStopped = true;
    }

    /// <summary>Ends the plan as it stands: it is complete.</summary>
    public void Finish() => IsStopped = true;

    /// <summary>Leaves the pods as they stand after what was planned so far.</summary>
    public void SettlePods() => HasPodsSettled = true;

    /// <summary>Refuses the spec.</summary>
    public void Reject(ImmutableArray<SpecProblem> problems)
    {
        _problems = problems;
        IsStopped = true;
    }

    /// <summary>Whether the plan deletes the pod.</summary>
    public bool IsDeleted(V1Pod pod) => _deleted.Contains(pod);

    /// <summary>Whether the pod is on its way out: terminating already, or deleted by this plan.</summary>
    public bool IsGoing(V1Pod pod) => PodFacts.IsTerminating(pod) || IsDeleted(pod);

    /// <summary>The pods of a worker group.</summary>
    public IEnumerable<V1Pod> PodsOf(WorkerGroupSpec group) => group.GroupName is { } name ? _workers[name] : [];

    /// <summary>The plan.</summary>
    public Plan ToPlan() => new()
    {
        Actions = _actions.ToImmutable(),
        Notices = _notices.ToImmutable(),
        Waits = _waits.ToImmutable(),
        Problems = _problems,
    };
}
