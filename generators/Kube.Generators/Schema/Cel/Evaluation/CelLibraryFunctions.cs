using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Kube.Generators.Schema.Cel.Syntax;

namespace Kube.Generators.Schema.Cel.Evaluation;

/// <summary>
/// The texts that Kubernetes' own libraries read: quantities, addresses, versions. Only what is wrong beyond doubt is refused; the values
/// themselves are the server's.
/// </summary>
internal static class CelLibraryFunctions
{
    private static readonly Regex s_quantity = new(
        @"^[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][-+]?[0-9]+)?$", RegexOptions.CultureInvariant);

    private static readonly Regex s_v4 = new("^(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}$", RegexOptions.CultureInvariant);
    private static readonly Regex s_prefix = new("^(0|[1-9][0-9]{0,2})$", RegexOptions.CultureInvariant);
    private static readonly Regex s_url = new("^(/|[a-zA-Z][-+.a-zA-Z0-9]*:)", RegexOptions.CultureInvariant);
    private static readonly Regex s_version = new(
        @"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(-[-.0-9A-Za-z]+)?(\+[-.0-9A-Za-z]+)?$", RegexOptions.CultureInvariant);

    public static CelOutcome? Call(string function, IReadOnlyList<CelValue> operands, CelNode call)
    {
        if (operands.Count != 1 || operands[0] is not CelTextValue { Value: var text } || What(function) is not { } what)
        {
            return null;
        }

        return Reads(what, text) ? CelOutcome.Unknown
            : function.StartsWith("is", StringComparison.Ordinal) ? CelOutcome.False
            : CelOutcome.Fail($"'{text}' is no {what}", call);
    }

    private static string? What(string function) => function switch
    {
        "quantity" or "isQuantity" => "quantity, such as 500m or 1.5Gi",
        "ip" or "isIP" => "address, such as 10.0.0.1",
        "cidr" or "isCIDR" => "block of addresses, such as 10.0.0.0/8",
        "url" or "isURL" => "absolute address or path",
        "semver" or "isSemver" => "version, such as 1.2.3",
        _ => null,
    };

    private static bool Reads(string what, string text) => !text.EndsWith("\n", StringComparison.Ordinal) && what[0] switch
    {
        'q' => s_quantity.IsMatch(text),
        'b' => text.IndexOf('/') is > 0 and var slash && IsAddress(text.Substring(0, slash)) && IsPrefix(text.Substring(slash + 1), text.IndexOf(':') >= 0),
        'v' => s_version.IsMatch(text),
        _ => what.StartsWith("address", StringComparison.Ordinal) ? IsAddress(text) : s_url.IsMatch(text),
    };

    /// <summary>.NET reads more: numbers without dots, leading zeros, zones.</summary>
    private static bool IsAddress(string text) =>
        text.IndexOf(':') < 0 ? s_v4.IsMatch(text) && IPAddress.TryParse(text, out _) : text.IndexOf('%') < 0 && IPAddress.TryParse(text, out _);

    private static bool IsPrefix(string text, bool isV6) =>
        s_prefix.IsMatch(text) && int.Parse(text, CultureInfo.InvariantCulture) <= (isV6 ? 128 : 32);
}
