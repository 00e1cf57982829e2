using Ray.Api.V1Alpha1;
using Ray.Operator.RayClusters.Validation;

namespace Ray.Operator.RayClusters.Admission;

/// <summary>
/// What is told to the author of a <c>ray.io/v1alpha1</c> cluster: the findings about the hub by the names of the fields that he wrote, and what of his
/// manifest does not mean what it meant in 2020.
/// </summary>
internal static class SpokeAdmission
{
    /// <summary>Adds to what was found about the hub.</summary>
    /// <param name="hub">The cluster as the operator sees it.</param>
    /// <param name="found">What was found about it.</param>
    public static ValidationResult Judge(Api.V1.RayCluster hub, ValidationResult found)
    {
        var spoke = RayClusterConversion.FromHub(hub);
        var embedded = EmbeddedSchemas.Check(spoke);
        return new(
            [.. found.Errors.Select(Renamed), .. embedded.Errors],
            [.. Of2020Warnings.Check(spoke), .. embedded.Warnings, .. found.Warnings.Select(Renamed)]);
    }

    private static SpecProblem Renamed(SpecProblem problem) =>
        problem with { Field = Renamed(problem.Field), Message = Renamed(problem.Message), Remedy = Renamed(problem.Remedy) };

    private static string Renamed(string text) => text
        .Replace("spec.headGroupSpec.headService", "spec.headService", StringComparison.Ordinal)
        .Replace("spec.workerGroupSpecs", "spec.workerGroupsSpec", StringComparison.Ordinal);
}
