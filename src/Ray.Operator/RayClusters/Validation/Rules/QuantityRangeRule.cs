using k8s.Models;
using Ray.Operator.RayClusters.Desired.Resources;

namespace Ray.Operator.RayClusters.Validation.Rules;

/// <summary>Container resources are numbers that can be counted with: the schema lets <c>1e30</c> pass, no node has it.</summary>
internal static class QuantityRangeRule
{
    public static IEnumerable<SpecProblem> Check(GroupContext group)
    {
        var pod = group.Template?.Spec;
        return Check(group, "containers", pod?.Containers).Concat(Check(group, "initContainers", pod?.InitContainers));
    }

    private static IEnumerable<SpecProblem> Check(GroupContext group, string list, IList<V1Container>? containers) =>
        (containers ?? []).Index().SelectMany(container =>
        {
            var field = $"template.spec.{list}[{container.Index}].resources";
            var resources = container.Item?.Resources;
            return Check(group, $"{field}.requests", resources?.Requests).Concat(Check(group, $"{field}.limits", resources?.Limits));
        });

    private static IEnumerable<SpecProblem> Check(GroupContext group, string field, IDictionary<string, ResourceQuantity>? quantities) =>
        (quantities ?? new Dictionary<string, ResourceQuantity>())
            .Where(q => !Quantities.IsInRange(q.Value))
            .OrderBy(q => q.Key, StringComparer.Ordinal)
            .Select(q => group.Problem($"{field}[{q.Key}]", $"'{q.Value}' is out of range", "use a quantity of at most 2^63"));
}
