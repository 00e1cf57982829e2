using System.Security.Cryptography;
using Ray.Operator.RayClusters.Desired;

namespace Ray.Operator.RayClusters.Planning.Rules;

/// <summary>The secret with the token of a cluster is made once. One of that name that exists already is used, whoever made it.</summary>
internal static class AuthSecretRule
{
    public static void Apply(PlanDraft draft)
    {
        var snapshot = draft.Snapshot;
        if (AuthSecret.IsWanted(snapshot.Cluster))
        {
            var token = HMACSHA256.HashData(snapshot.Entropy.AsSpan(), "token"u8);
            KeptObjects.CreateOnce(draft, AuthSecret.Build(snapshot.Cluster, token));
        }
    }
}
