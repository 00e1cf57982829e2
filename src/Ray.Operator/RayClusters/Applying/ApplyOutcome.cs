using System.Collections.Immutable;
using Ray.Operator.RayClusters.Planning;

namespace Ray.Operator.RayClusters.Applying;

/// <summary>What became of a plan.</summary>
/// <param name="Results">The writes that were tried, in the plan's order. Those after the first failure were not tried.</param>
internal sealed record ApplyOutcome(ImmutableArray<ActionResult> Results)
{
    /// <summary>Nothing was to be done.</summary>
    public static ApplyOutcome Nothing { get; } = new([]);

    /// <summary>The first write that failed; null when all succeeded.</summary>
    public ActionResult? Failure => Results.FirstOrDefault(r => r.Error is not null);

    /// <summary>Every write that failed: those that ran side by side may fail together.</summary>
    public IEnumerable<ActionResult> Failures => Results.Where(r => r.Error is not null);
}

/// <summary>What became of one write.</summary>
/// <param name="Action">The write.</param>
/// <param name="Name">Name of the object: the server's choice for pods that were created.</param>
/// <param name="Error">Why it failed; null when it succeeded.</param>
/// <param name="WasThere">
/// Whether an object of that name was there already and is left as it is. Of one that is kept in shape that is an error: it belongs to somebody
/// else.
/// </param>
internal sealed record ActionResult(PlannedAction Action, string Name, string? Error = null, bool WasThere = false);
