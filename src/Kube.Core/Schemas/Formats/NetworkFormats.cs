using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Kube;

/// <summary>Addresses and names of networks, as Go's <c>net</c> reads them: .NET's own readers take more forms, and other ones.</summary>
internal static partial class NetworkFormats
{
    // Letters and symbols of all scripts are allowed, also at the ends of a label.
    private const string Letter = @"[a-zA-Z0-9\p{S}\p{L}]";
    private const string Inner = @"[a-zA-Z0-9\p{S}\p{L}-]";

    /// <summary>An address of either family.</summary>
    /// <param name="text">The text.</param>
    /// <param name="leadingZeros">Whether 010.0.0.1 is one: API servers allow it in some formats, for the sake of old objects.</param>
    public static bool IsAddress(string text, bool leadingZeros) => IsIPv4(text, leadingZeros) || IsIPv6(text, leadingZeros);

    public static bool IsCidr(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash >= 0
            && text[(slash + 1)..] is { Length: > 0 } mask && mask.All(char.IsAsciiDigit)
            && int.TryParse(mask, NumberStyles.None, CultureInfo.InvariantCulture, out var bits)
            && text[..slash] is var address
            && (IsIPv4(address, leadingZeros: true) ? bits <= 32 : IsIPv6(address, leadingZeros: true) && bits <= 128);
    }

    public static bool IsMac(string text) => Mac().IsMatch(text) && text.Count(char.IsAsciiHexDigit) is 12 or 16 or 40;

    public static bool IsHostName(string text) => HostName().IsMatch(text)
        && Encoding.UTF8.GetByteCount(text) <= 255
        && text.Split('.').All(label => Encoding.UTF8.GetByteCount(label) <= 63);

    private static bool IsIPv4(string text, bool leadingZeros) => text.Split('.') is { Length: 4 } parts && parts.All(part => IsOctet(part, leadingZeros));

    private static bool IsOctet(string part, bool leadingZeros) => part.Length > 0 && part.All(char.IsAsciiDigit)
        && (leadingZeros || part.Length == 1 || part[0] != '0')
        && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 255;

    private static bool IsIPv6(string text, bool leadingZeros)
    {
        var gap = text.IndexOf("::", StringComparison.Ordinal);
        if (gap < 0)
        {
            return GroupsIn(text, mayEndInIPv4: true, leadingZeros) == 8;
        }

        var (head, tail) = (text[..gap], text[(gap + 2)..]);
        var before = head.Length == 0 ? 0 : GroupsIn(head, mayEndInIPv4: false, leadingZeros);
        var after = tail.Length == 0 ? 0 : GroupsIn(tail, mayEndInIPv4: true, leadingZeros);
        // The gap stands for at least one group.
        return before >= 0 && after >= 0 && before + after < 8;
    }

    // How many groups of 16 bits; -1 when it is no sequence of groups.
    private static int GroupsIn(string text, bool mayEndInIPv4, bool leadingZeros)
    {
        var parts = text.Split(':');
        var last = mayEndInIPv4 && IsIPv4(parts[^1], leadingZeros) ? 1 : 0;
        return parts.SkipLast(last).All(part => part.Length is >= 1 and <= 4 && part.All(char.IsAsciiHexDigit)) ? parts.Length + last : -1;
    }

    [GeneratedRegex(@"^([0-9a-fA-F]{2}((:[0-9a-fA-F]{2})+|(-[0-9a-fA-F]{2})+)|[0-9a-fA-F]{4}(\.[0-9a-fA-F]{4})+)\z")]
    private static partial Regex Mac();

    // One label, or several with a last one of letters only.
    [GeneratedRegex($@"^({Letter}(-?{Letter}{{0,62}})?|({Letter}({Inner}{{0,61}}{Letter})?\.)+[a-zA-Z\p{{L}}]{{2,63}})\z", RegexOptions.NonBacktracking)]
    private static partial Regex HostName();
}
