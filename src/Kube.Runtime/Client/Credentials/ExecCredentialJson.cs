using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Kube.Runtime.Client.Credentials;

/// <summary>The object that plugins print, and that they are given: client.authentication.k8s.io, v1 and v1beta1 alike.</summary>
internal sealed record ExecCredential(string? ApiVersion, string? Kind, ExecSpec? Spec, ExecStatus? Status);

/// <summary>What a plugin is told.</summary>
internal sealed record ExecSpec(bool Interactive, ExecCluster? Cluster);

/// <summary>The server that credentials are wanted for.</summary>
internal sealed record ExecCluster(string Server)
{
    [JsonPropertyName("tls-server-name")]
    public string? TlsServerName { get; init; }

    [JsonPropertyName("insecure-skip-tls-verify")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool InsecureSkipTlsVerify { get; init; }

    [JsonPropertyName("certificate-authority-data")]
    public string? CertificateAuthorityData { get; init; }

    [JsonPropertyName("proxy-url")]
    public string? ProxyUrl { get; init; }

    [JsonPropertyName("disable-compression")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool DisableCompression { get; init; }

    /// <summary>What the kubeconfig says of the cluster for plugins, in its extension <c>client.authentication.k8s.io/exec</c>.</summary>
    [JsonPropertyName("config")]
    public JsonNode? Config { get; init; }
}

/// <summary>What a plugin answers.</summary>
internal sealed record ExecStatus(
    string? Token, DateTimeOffset? ExpirationTimestamp, string? ClientCertificateData, string? ClientKeyData);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ExecCredential))]
internal sealed partial class ExecJsonContext : JsonSerializerContext;
