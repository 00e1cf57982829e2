namespace Ray.Operator.RayClusters.Validation.Rules;

/// <summary>Options without a mode read as if tokens were demanded, and are not.</summary>
internal static class AuthenticationModeWarning
{
    public static IEnumerable<SpecProblem> Check(ClusterContext context)
    {
        if (context.Spec.AuthOptions is { Mode: null or "" })
        {
            yield return ClusterContext.Problem(
                "spec.authOptions.mode", "is missing, so no token is demanded", "set it to token or to disabled");
        }
    }
}
