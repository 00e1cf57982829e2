using System.Globalization;
using System.Text;
using k8s.Models;

namespace Kube.Runtime.Webhooks;

/// <summary>How a <see cref="CertificateState"/> stands in a Secret of type <c>kubernetes.io/tls</c>.</summary>
internal static class CertificateSecret
{
    /// <summary>Annotation with the time of the last step.</summary>
    public const string SinceAnnotation = "kube.runtime/rotated-at";

    private const string Boundary = "-----END CERTIFICATE-----";

    /// <summary>The state; null when the Secret holds none that can be used.</summary>
    public static CertificateState? Read(V1Secret secret)
    {
        var authorities = Split(Text(secret, "ca.crt"));
        if (PairOf(secret, "tls", authorities) is not { } active)
        {
            return null;
        }

        var since = secret.Metadata?.Annotations is { } annotations && annotations.TryGetValue(SinceAnnotation, out var text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : DateTimeOffset.MinValue;
        return new(active, PairOf(secret, "next", authorities), authorities, since);
    }

    /// <summary>Writes the state into a Secret that was read, or a new one.</summary>
    public static V1Secret Write(V1Secret secret, CertificateState state)
    {
        secret.Type ??= "kubernetes.io/tls";
        secret.Metadata.Annotations ??= new Dictionary<string, string>();
        secret.Metadata.Annotations[SinceAnnotation] = state.Since.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        secret.Data ??= new Dictionary<string, byte[]>();
        secret.Data["ca.crt"] = Encoding.UTF8.GetBytes(state.Bundle);
        Write(secret, "tls", state.Active);
        Write(secret, "next", state.Next);
        return secret;
    }

    private static void Write(V1Secret secret, string name, ServingPair? pair)
    {
        foreach (var (key, text) in new[] { ($"{name}.crt", pair?.CertificatePem), ($"{name}.key", pair?.KeyPem) })
        {
            if (text is null)
            {
                secret.Data.Remove(key);
            }
            else
            {
                secret.Data[key] = Encoding.UTF8.GetBytes(text);
            }
        }
    }

    private static ServingPair? PairOf(V1Secret secret, string name, IReadOnlyList<string> authorities)
    {
        var (certificate, key) = (Text(secret, $"{name}.crt"), Text(secret, $"{name}.key"));
        if (certificate.Length == 0 || key.Length == 0)
        {
            return null;
        }

        return authorities.Select(authority => new ServingPair(certificate, key, authority))
            .FirstOrDefault(pair => pair.IsUsable() && pair.IsIssuedByAuthority());
    }

    private static IReadOnlyList<string> Split(string bundle) =>
        [.. bundle.Split(Boundary, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => $"{part}\n{Boundary}\n")];

    private static string Text(V1Secret secret, string key) =>
        secret.Data is { } data && data.TryGetValue(key, out var bytes) ? Encoding.UTF8.GetString(bytes) : "";
}
