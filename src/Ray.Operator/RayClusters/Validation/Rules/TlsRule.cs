namespace Ray.Operator.RayClusters.Validation.Rules;

/// <summary>This operator makes no certificates: a cluster that wants TLS is refused rather than started without.</summary>
internal static class TlsRule
{
    public static IEnumerable<SpecProblem> Check(ClusterContext context)
    {
        if (context.Spec.TlsOptions?.Enabled == true)
        {
            yield return ClusterContext.Problem(
                "spec.tlsOptions.enabled",
                "asks for certificates, which this operator does not make",
                "remove it, and give Ray certificates of your own by RAY_USE_TLS and its fellows");
        }
    }
}
