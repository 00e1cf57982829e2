using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Kube.Generators.Schema.Cel.Evaluation;

namespace Kube.Generators.Schema.Rules;

/// <summary>Judges texts by formats, where it is beyond doubt that the API server refuses them; all others count as right.</summary>
internal static class FormatCheck
{
    private static readonly Regex s_uuid = Pattern("[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}");
    private static readonly Regex s_time = Pattern(@"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}([.,][0-9]+)?([Zz]|[-+][0-9]{2}:[0-9]{2})");
    private static readonly Regex s_base64 = Pattern("([-A-Za-z0-9+/_]{4})*([-A-Za-z0-9+/_]{2}==|[-A-Za-z0-9+/_]{3}=)?");
    private static readonly Regex s_uri = Pattern(@"(/|[a-zA-Z][-+.a-zA-Z0-9]*:)[^\s]*");
    private static readonly Regex s_mac = Pattern("[0-9a-fA-F]{2,4}([-:.][0-9a-fA-F]{2,4})+");
    private static readonly Regex s_label = Pattern("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
    private static readonly Regex s_name = Pattern(@"(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

    /// <summary>Go's durations, those of ISO 8601, and numbers with units as people write them. A clock is none.</summary>
    private static readonly Regex s_duration = Pattern(@"[-+]?(P[0-9YMWDTHS.]+|([0-9.]+\s*[a-zA-Zµμ]+[\s,]*)+|0)");

    public static bool IsWrong(string text, string? format) => format switch
    {
        "date" => !DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date-time" => !s_time.IsMatch(text) || CelTimes.Read(text.ToUpperInvariant().Replace(',', '.')) is null,
        "duration" => !s_duration.IsMatch(text),
        "uuid" => !s_uuid.IsMatch(text),
        "byte" => !s_base64.IsMatch(text),
        "uri" => !s_uri.IsMatch(text),
        "email" => text.IndexOf('@') <= 0,
        "mac" => !s_mac.IsMatch(text),
        "ipv4" => !IPAddress.TryParse(text, out var v4) || v4.AddressFamily != AddressFamily.InterNetwork || text.Count(c => c == '.') != 3,
        "ipv6" => !IPAddress.TryParse(text, out var v6) || v6.AddressFamily != AddressFamily.InterNetworkV6 || text.IndexOf('%') >= 0,
        "cidr" => text.IndexOf('/') <= 0 || !IPAddress.TryParse(text.Substring(0, text.IndexOf('/')), out _),
        "k8s-short-name" => !s_label.IsMatch(text),
        "k8s-long-name" => !s_name.IsMatch(text),
        _ => false,
    };

    private static Regex Pattern(string pattern) => new($@"\A(?:{pattern})\z", RegexOptions.CultureInvariant);
}
