using k8s.Models;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Desired.Features;
using static Ray.Operator.RayClusters.Desired.Environment.EnvironmentEntry;

namespace Ray.Operator.RayClusters.Desired.Environment;

/// <summary>Variables by which Ray demands tokens and finds its own; for every container that talks to Ray.</summary>
internal static class AuthenticationEnvironment
{
    public static IEnumerable<EnvironmentEntry> Of(RayCluster cluster)
    {
        if (!TokenAuthentication.IsOn(cluster))
        {
            return [];
        }

        return
        [
            Default(EnvironmentNames.AuthMode, AuthMode.Token),
            TokenAuthentication.UsesServiceAccounts(cluster) ? Default(EnvironmentNames.ServiceAccountTokens, "true") : Token(cluster),
        ];
    }

    private static EnvironmentEntry Token(RayCluster cluster) => new(
        new V1EnvVar
        {
            Name = EnvironmentNames.AuthToken,
            ValueFrom = new V1EnvVarSource
            {
                SecretKeyRef = new V1SecretKeySelector
                {
                    Name = TokenAuthentication.SecretOf(cluster),
                    Key = TokenAuthentication.SecretKey,
                },
            },
        },
        UserWins: true);
}
