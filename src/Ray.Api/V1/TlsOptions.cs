namespace Ray.Api.V1;

/// <summary>Mutual TLS between the pods of the cluster.</summary>
public sealed record TlsOptions
{
    /// <summary>Whether it is on. Needs cert-manager. Default: off.</summary>
    public bool? Enabled { get; set; }
}
