using System.Text.RegularExpressions;

namespace Ray.Operator;

/// <summary>What Kubernetes takes for names and labels.</summary>
internal static partial class KubernetesNames
{
    /// <summary>Whether a text is a DNS label (RFC 1123): names of namespaces, containers and much else.</summary>
    public static bool IsDnsLabel(string? text) => text is not null && DnsLabel().IsMatch(text);

    /// <summary>Whether a text is a DNS label that begins with a letter (RFC 1035), as names of services do; of any length.</summary>
    public static bool IsServiceName(string? text) => text is not null && ServiceName().IsMatch(text);

    /// <summary>Whether a text is a label value; the empty one is.</summary>
    public static bool IsLabelValue(string? text) => text is not null && LabelValue().IsMatch(text);

    /// <summary>Whether a text is the key of a label or an annotation: <c>[prefix/]name</c>.</summary>
    public static bool IsLabelKey(string? text)
    {
        if (text is null)
        {
            return false;
        }

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var name = text[(slash + 1)..];
        return (slash < 0 || (slash <= 253 && Subdomain().IsMatch(text[..slash]))) && name.Length > 0 && IsLabelValue(name);
    }

    [GeneratedRegex("^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\z")]
    private static partial Regex DnsLabel();

    [GeneratedRegex("^[a-z]([-a-z0-9]*[a-z0-9])?\\z")]
    private static partial Regex ServiceName();

    [GeneratedRegex("^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?\\z")]
    private static partial Regex LabelValue();

    [GeneratedRegex("^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\\z")]
    private static partial Regex Subdomain();
}
