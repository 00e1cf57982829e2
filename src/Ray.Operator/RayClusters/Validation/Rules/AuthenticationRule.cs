using Ray.Api;
using Ray.Api.V1;

namespace Ray.Operator.RayClusters.Validation.Rules;

/// <summary>Tokens need a recent Ray; those of Kubernetes accounts need a newer one, and no secret.</summary>
internal static class AuthenticationRule
{
    private const string Options = "spec.authOptions";
    private static readonly RayVersion s_first = new(2, 52);
    private static readonly RayVersion s_firstWithAccounts = new(2, 55);

    public static IEnumerable<SpecProblem> Check(ClusterContext context)
    {
        if (context.Spec.AuthOptions is not { } options)
        {
            return [];
        }

        if (options.Mode != AuthMode.Token)
        {
            return options.EnableK8sTokenAuth == true
                ? [ClusterContext.Problem($"{Options}.enableK8sTokenAuth", "needs the mode token", $"set {Options}.mode to token")]
                : [];
        }

        if (options.EnableK8sTokenAuth != true)
        {
            return Needs.Ray(context, $"{Options}.mode token", s_first);
        }

        var problems = Needs.Ray(context, $"{Options}.enableK8sTokenAuth", s_firstWithAccounts);
        return options.SecretName is not { Length: > 0 }
            ? problems
            : problems.Append(ClusterContext.Problem(
                $"{Options}.secretName", "has no use beside enableK8sTokenAuth", "keep one of the two"));
    }
}
