using System.Text.RegularExpressions;

namespace Kube;

/// <summary>URIs as Go's <c>url.ParseRequestURI</c> reads them: with a scheme, or an absolute path.</summary>
internal static partial class UriFormat
{
    public static bool IsRequestUri(string text)
    {
        if (text.Length == 0 || text.Any(c => c is < ' ' or '\x7f'))
        {
            return false;
        }

        if (text == "*")
        {
            return true;
        }

        if (text[0] == ':')
        {
            return false;
        }

        var scheme = Scheme().Match(text);
        var rest = WithoutQuery(scheme.Success ? text[scheme.Length..] : text);
        if (!rest.StartsWith('/'))
        {
            return scheme.Success;
        }

        if (!scheme.Success || !rest.StartsWith("//", StringComparison.Ordinal))
        {
            return IsEscaped(rest);
        }

        var end = rest.IndexOf('/', 2);
        var (authority, path) = end < 0 ? (rest[2..], "") : (rest[2..end], rest[end..]);
        return IsAuthority(authority) && IsEscaped(path);
    }

    private static string WithoutQuery(string text) => text.IndexOf('?', StringComparison.Ordinal) is >= 0 and var mark ? text[..mark] : text;

    private static bool IsAuthority(string authority)
    {
        var at = authority.LastIndexOf('@');
        return (at < 0 || (User().IsMatch(authority[..at]) && IsEscaped(authority[..at]))) && IsHost(authority[(at + 1)..]);
    }

    private static bool IsHost(string host)
    {
        if (host.StartsWith('['))
        {
            var end = host.LastIndexOf(']');
            return end >= 0 && Port().IsMatch(host[(end + 1)..]) && Host().IsMatch(host[..end]);
        }

        var colon = host.LastIndexOf(':');
        return (colon < 0 || Port().IsMatch(host[colon..])) && Host().IsMatch(host);
    }

    private static bool IsEscaped(string text) => !BadEscape().IsMatch(text);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9+.-]*:")]
    private static partial Regex Scheme();

    [GeneratedRegex(@"^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*\z")]
    private static partial Regex User();

    // Of percent signs only those before bytes beyond ASCII are allowed in a host.
    [GeneratedRegex(@"^([A-Za-z0-9\-._~!$&'()*+,;=:\[\]<>""\u0080-\uffff]|%[89a-fA-F][0-9a-fA-F]|%25)*\z")]
    private static partial Regex Host();

    [GeneratedRegex(@"^(:[0-9]*)?\z")]
    private static partial Regex Port();

    [GeneratedRegex("%(?![0-9a-fA-F]{2})")]
    private static partial Regex BadEscape();
}
