using k8s.Models;
using Ray.Operator.RayClusters.Desired.Resources;

namespace Ray.Operator.RayClusters.Validation.Rules;

/// <summary>Container resources are numbers that can be counted with: the schema lets <c>1e30</c> pass, no node has it.</summary>
internal static class QuantityRangeRule
{
    public static IEnumerable<SpecProblem> Check(GroupContext group) =>
        group.Containers.SelectMany(item => Check($"{item.Path}.resources.requests", item.Container.Resources?.Requests)
            .Concat(Check($"{item.Path}.resources.limits", item.Container.Resources?.Limits)));

    private static IEnumerable<SpecProblem> Check(string field, IDictionary<string, ResourceQuantity>? quantities) =>
        (quantities ?? new Dictionary<string, ResourceQuantity>())
            .Where(q => !Quantities.IsInRange(q.Value))
            .OrderBy(q => q.Key, StringComparer.Ordinal)
            .Select(q => ClusterContext.Problem($"{field}[{q.Key}]", $"'{q.Value}' is out of range", "use a quantity of at most 2^63"));
}
