using k8s.Models;

namespace Ray.Api.V1;

/// <summary>A user name or password: literal, or taken from elsewhere.</summary>
public sealed record RedisCredential
{
    /// <summary>The literal value.</summary>
    public string? Value { get; set; }

    /// <summary>Where the value comes from, such as a key of a secret.</summary>
    public V1EnvVarSource? ValueFrom { get; set; }
}
