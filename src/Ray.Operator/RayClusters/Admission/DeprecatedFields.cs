using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Validation;

namespace Ray.Operator.RayClusters.Admission;

/// <summary>What works and has a better successor.</summary>
internal static class DeprecatedFields
{
    /// <summary>A warning for each that a cluster uses.</summary>
    public static IEnumerable<SpecProblem> Check(RayCluster cluster)
    {
        if (cluster.Spec?.GcsFaultToleranceOptions is null && cluster.Metadata?.Annotations is { } annotations)
        {
            foreach (var annotation in new[] { RayAnnotations.FaultToleranceEnabled, RayAnnotations.ExternalStorageNamespace })
            {
                if (annotations.ContainsKey(annotation))
                {
                    yield return new(
                        ProblemKind.Metadata, $"metadata.annotations[{annotation}]", "is deprecated", "use spec.gcsFaultToleranceOptions");
                }
            }
        }
    }
}
