using System.Text.Json.Serialization;

namespace Kube.Runtime.Client.Credentials;

/// <summary>The object that plugins print, and that they are given: client.authentication.k8s.io, v1 and v1beta1 alike.</summary>
internal sealed record ExecCredential(string? ApiVersion, string? Kind, ExecSpec? Spec, ExecStatus? Status);

/// <summary>What a plugin is told.</summary>
internal sealed record ExecSpec(bool Interactive, ExecCluster? Cluster);

/// <summary>The server that credentials are wanted for.</summary>
internal sealed record ExecCluster(
    string Server,
    [property: JsonPropertyName("certificate-authority-data")] string? CertificateAuthorityData,
    [property: JsonPropertyName("tls-server-name")] string? TlsServerName,
    [property: JsonPropertyName("insecure-skip-tls-verify")] bool InsecureSkipTlsVerify);

/// <summary>What a plugin answers.</summary>
internal sealed record ExecStatus(
    string? Token, DateTimeOffset? ExpirationTimestamp, string? ClientCertificateData, string? ClientKeyData);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ExecCredential))]
internal sealed partial class ExecJsonContext : JsonSerializerContext;
