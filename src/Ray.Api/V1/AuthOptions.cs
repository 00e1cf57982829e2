using System.ComponentModel.DataAnnotations;

namespace Ray.Api.V1;

/// <summary>Authentication between the processes and clients of the cluster.</summary>
public sealed record AuthOptions
{
    /// <summary>token demands a bearer token everywhere and needs Ray 2.52; disabled and an absent mode demand none.</summary>
    [AllowedValues(AuthMode.Disabled, AuthMode.Token)]
    public string? Mode { get; set; }

    /// <summary>Secret whose key auth_token holds the token. Default: a secret named after the cluster, made when it is missing.</summary>
    public string? SecretName { get; set; }

    /// <summary>Whether Kubernetes service account tokens are accepted in place of a shared token. Needs Ray 2.55.</summary>
    public bool? EnableK8sTokenAuth { get; set; }
}
