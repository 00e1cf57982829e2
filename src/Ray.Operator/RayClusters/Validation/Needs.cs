using Ray.Api;

namespace Ray.Operator.RayClusters.Validation;

/// <summary>What fields need beside themselves: a release of Ray, or a feature gate.</summary>
internal static class Needs
{
    /// <summary>The problem of a field that needs a release of Ray; none when the spec names one that is new enough.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="field">The field that needs it.</param>
    /// <param name="least">The oldest release that will do.</param>
    public static IEnumerable<SpecProblem> Ray(ClusterContext cluster, string field, RayVersion least)
    {
        var text = cluster.Spec.RayVersion;
        var message = RayVersion.TryParse(text) switch
        {
            null when string.IsNullOrWhiteSpace(text) => "is missing",
            null => $"'{text}' is no version",
            { } version when version < least => $"'{text}' is older than {least}",
            _ => null,
        };
        return message is null
            ? []
            : [ClusterContext.Problem("spec.rayVersion", message, $"{field} needs {least} or newer: name the release in the images")];
    }

    /// <summary>The problem of a field that needs a gate which is off.</summary>
    /// <param name="field">The field that needs it.</param>
    /// <param name="gate">Name of the gate.</param>
    public static SpecProblem Gate(string field, string gate) =>
        ClusterContext.Problem(
            field,
            $"needs the feature gate {gate}, which is off",
            $"start the operator with --feature-gates={gate}=true, or remove the field");
}
