using System.Globalization;
using System.Text.RegularExpressions;

namespace Kube.Generators.Schema.Rules;

/// <summary>
/// What Go's <c>regexp</c> cannot read, or reads otherwise, of a pattern that .NET can. See <c>regexp/syntax</c>: no look-around, no
/// back-references, no atomic or conditional groups, no possessive or repeated quantifiers, counts up to 1000.
/// </summary>
internal sealed class Re2Syntax
{
    private const int MaxCount = 1000;
    private const string LetterEscapes = "aAbBCdDfnpPQrsStvwWxz";
    private static readonly Regex s_count = new(@"\G\{([0-9]+)(,([0-9]*))?\}", RegexOptions.CultureInvariant);
    private static readonly Regex s_flags = new(@"\G\(\?([imsU]*(-[imsU]+)?)[:)]", RegexOptions.CultureInvariant);
    private readonly string _pattern;
    private int _position;
    private bool _canRepeat;

    private Re2Syntax(string pattern) => _pattern = pattern;

    /// <summary>What is wrong; null when the server can use the pattern.</summary>
    public static string? WhyNot(string pattern)
    {
        var syntax = new Re2Syntax(pattern);
        string? reason = null;
        while (syntax._position < pattern.Length && reason is null)
        {
            reason = syntax.Next();
        }

        return reason;
    }

    private string? Next()
    {
        var c = _pattern[_position];
        switch (c)
        {
            case '\\':
                _canRepeat = true;
                return Escape(isInClass: false);
            case '[':
                _canRepeat = true;
                return Class();
            case '(':
                _canRepeat = false;
                return Group();
            case '*' or '+' or '?':
                _position++;
                return Quantifier();
            case '{' when s_count.Match(_pattern, _position) is { Success: true } count:
                _position += count.Length;
                return WhyBadCount(count) ?? Quantifier();
            default:
                _position++;
                _canRepeat = c is not '|';
                return null;
        }
    }

    private string? Quantifier()
    {
        if (!_canRepeat)
        {
            return "Go's RE2 does not repeat a repetition";
        }

        _canRepeat = false;
        if (Peek() == '?')
        {
            _position++;
        }

        return Peek() == '+' ? "Go's RE2 has no possessive quantifiers" : null;
    }

    private static string? WhyBadCount(Match count) =>
        Number(count.Groups[1]) > MaxCount || Number(count.Groups[3]) > MaxCount ? $"Go's RE2 counts up to {MaxCount}" : null;

    private static int Number(Group digits) =>
        digits.Length == 0 ? 0
        : int.TryParse(digits.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : int.MaxValue;

    private string? Group()
    {
        if (s_flags.Match(_pattern, _position) is { Success: true } flags)
        {
            _position += flags.Length;
            return null;
        }

        var head = _pattern.Substring(_position, Math.Min(4, _pattern.Length - _position));
        _position++;
        return !head.StartsWith("(?", StringComparison.Ordinal) ? null
            : head.StartsWith("(?=", StringComparison.Ordinal) || head.StartsWith("(?!", StringComparison.Ordinal)
                || head is "(?<=" or "(?<!" ? "Go's RE2 has no look-around"
            : head.StartsWith("(?>", StringComparison.Ordinal) ? "Go's RE2 has no atomic groups"
            : head.StartsWith("(?(", StringComparison.Ordinal) ? "Go's RE2 has no conditions"
            : head.StartsWith("(?#", StringComparison.Ordinal) ? "Go's RE2 has no comments"
            : head.StartsWith("(?<", StringComparison.Ordinal) || head.StartsWith("(?'", StringComparison.Ordinal)
                ? "Go's RE2 has named groups of this form only since 2023; leave the name out"
            : "Go's RE2 has no such group or flag";
    }

    private string? Escape(bool isInClass)
    {
        var c = _position + 1 < _pattern.Length ? _pattern[_position + 1] : '\0';
        _position += 2;
        return c is >= '1' and <= '9' ? "Go's RE2 has no back-references"
            : c == 'k' ? "Go's RE2 has no back-references"
            : c is 'p' or 'P' ? Property()
            : c is 'x' or '0' ? null
            : isInClass && c is 'b' or 'B' or 'A' or 'z' or 'Q' or 'C' ? $"Go's RE2 has no \\{c} in a class"
            : IsLetterOrDigit(c) && LetterEscapes.IndexOf(c) < 0 ? $"Go's RE2 has no \\{c}"
            : null;
    }

    /// <summary>Blocks such as <c>IsGreek</c> are .NET's own; categories and scripts are everybody's.</summary>
    private string? Property()
    {
        var end = Peek() == '{' ? _pattern.IndexOf('}', _position) : -1;
        var name = end < 0 ? "" : _pattern.Substring(_position + 1, end - _position - 1);
        _position = end < 0 ? _position : end + 1;
        return name.StartsWith("Is", StringComparison.Ordinal) ? $"Go's RE2 has no block {name}; use a category such as \\p{{L}}" : null;
    }

    private string? Class()
    {
        _position++;
        _position += Peek() == '^' ? 1 : 0;
        for (var isFirst = true; _position < _pattern.Length; isFirst = false)
        {
            var c = _pattern[_position];
            if (c == ']' && !isFirst)
            {
                _position++;
                return null;
            }

            if (c == '\\')
            {
                if (Escape(isInClass: true) is { } reason)
                {
                    return reason;
                }

                continue;
            }

            if (c == '-' && Following() == '[')
            {
                return "Go's RE2 has no class subtraction";
            }

            if (c == '[' && Following() is ':')
            {
                return ".NET has no named classes such as [:alpha:], which Go's RE2 would see here";
            }

            _position++;
        }

        return null;
    }

    private char Following() => _position + 1 < _pattern.Length ? _pattern[_position + 1] : '\0';

    private char Peek() => _position < _pattern.Length ? _pattern[_position] : '\0';

    private static bool IsLetterOrDigit(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
