using System.Globalization;
using Ray.Api;

namespace Ray.Operator.RayClusters.Validation.Rules;

/// <summary>The time that a deleted cluster waits for Redis is a positive number of seconds; anything else leaves the default.</summary>
internal static class DeletionTimeoutWarning
{
    public static IEnumerable<SpecProblem> Check(ClusterContext context)
    {
        if (context.Annotation(RayAnnotations.FaultToleranceDeletionTimeout) is { } text
            && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0))
        {
            yield return ClusterContext.Problem(
                $"metadata.annotations[{RayAnnotations.FaultToleranceDeletionTimeout}]",
                $"'{text}' is no positive number of seconds, so the default of 300 holds",
                "use a whole number above 0");
        }
    }
}
