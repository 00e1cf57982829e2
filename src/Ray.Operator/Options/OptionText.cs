using System.Globalization;
using System.Net;
using Microsoft.Extensions.Logging;

namespace Ray.Operator.Options;

/// <summary>Reads the texts of options. Each method throws a <see cref="FormatException"/> that says what is wrong.</summary>
internal static class OptionText
{
    /// <summary>What options take that are on or off.</summary>
    public const string TrueOrFalse = "true or false";

    private const string AnyAddress = "0.0.0.0";

    /// <summary>A truth value, in any case.</summary>
    public static bool Truth(string text) =>
        bool.TryParse(text, out var value) ? value : throw new FormatException($"'{text}' is neither true nor false");

    /// <summary>A whole number.</summary>
    public static int Whole(string text, int least) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least
            ? number
            : throw new FormatException($"'{text}' is no whole number of {least} or more");

    /// <summary>A time in whole seconds; null for 0 and less.</summary>
    public static TimeSpan? Seconds(string text) =>
        Whole(text, int.MinValue) is > 0 and var seconds ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>One of some words.</summary>
    public static string OneOf(string text, IEnumerable<string> words) =>
        words.FirstOrDefault(word => word == text) ?? throw new FormatException($"'{text}' is not known");

    /// <summary>Names of namespaces, separated by commas; each once.</summary>
    public static IReadOnlyList<string> Namespaces(string text)
    {
        string[] names = [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];
        return names.FirstOrDefault(name => !KubernetesNames.IsDnsLabel(name)) is { } wrong
            ? throw new FormatException($"'{wrong}' is no name of a namespace")
            : names;
    }

    /// <summary>The name of one namespace.</summary>
    public static string Namespace(string text) =>
        KubernetesNames.IsDnsLabel(text) ? text : throw new FormatException($"'{text}' is no name of a namespace");

    /// <summary>A DNS domain.</summary>
    public static string Domain(string text) =>
        text.Split('.').All(part => KubernetesNames.IsDnsLabel(part)) ? text : throw new FormatException($"'{text}' is no DNS domain");

    /// <summary>DNS names and IP addresses, separated by commas; each once.</summary>
    public static IReadOnlyList<string> Hosts(string text)
    {
        string[] hosts = [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];
        return hosts.FirstOrDefault(host => !IPAddress.TryParse(host, out _) && !host.Split('.').All(part => KubernetesNames.IsDnsLabel(part))) is { } wrong
            ? throw new FormatException($"'{wrong}' is neither a DNS name nor an IP address")
            : hosts;
    }

    /// <summary><c>[address]:port</c>; null for <c>0</c>.</summary>
    public static EndpointAddress? Address(string text)
    {
        if (text == "0")
        {
            return null;
        }

        var colon = text.LastIndexOf(':');
        var address = colon <= 0 ? AnyAddress : text[..colon].Trim('[', ']');
        return colon >= 0
            && int.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port <= IPEndPoint.MaxPort
            && IPAddress.TryParse(address, out _)
            ? new(address, port)
            : throw new FormatException($"'{text}' is no [address]:port with an IP address");
    }

    /// <summary>A least severity, by the names of .NET or of KubeRay.</summary>
    public static LogLevel Severity(string text) => text.ToLowerInvariant() switch
    {
        "trace" => LogLevel.Trace,
        "debug" => LogLevel.Debug,
        "info" or "information" => LogLevel.Information,
        "warn" or "warning" => LogLevel.Warning,
        "error" => LogLevel.Error,
        "critical" or "panic" => LogLevel.Critical,
        _ => throw new FormatException($"'{text}' is no severity"),
    };
}
