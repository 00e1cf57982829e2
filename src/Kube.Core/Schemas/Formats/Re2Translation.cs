using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Kube;

/// <summary>
/// Writes a pattern of Go's RE2 as one of .NET. There, digits, letters and blanks are those of Unicode, the end of a text may be before a line
/// break, and a character beyond 16 bits is two.
/// </summary>
internal ref partial struct Re2Translation
{
    // Whole characters, outside and inside of a class.
    private const string AnyCharacter = @"(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[^\n])";
    private readonly string _pattern;
    private readonly StringBuilder _text;
    private int _at;

    private Re2Translation(string pattern)
    {
        _pattern = pattern;
        _text = new StringBuilder(pattern.Length + 16);
    }

    /// <summary>The pattern for .NET; null when it cannot be said there.</summary>
    public static string? Translate(string pattern)
    {
        var translation = new Re2Translation(pattern);
        while (translation._at < pattern.Length)
        {
            if (!translation.Next())
            {
                return null;
            }
        }

        return translation._text.ToString();
    }

    private bool Next()
    {
        var c = _pattern[_at++];
        switch (c)
        {
            case '\\':
                return Escape(inClass: false);
            case '[':
                return Class();
            case '$':
                _text.Append("\\z");
                return true;
            case '.':
                _text.Append(AnyCharacter);
                return true;
            case '(' when _at < _pattern.Length && _pattern[_at] == '?':
                return Group();
            default:
                _text.Append(c);
                return !char.IsSurrogate(c);
        }
    }

    // Names and the flag i mean the same in both; m, s and U change what was translated above.
    private bool Group()
    {
        var head = GroupHead().Match(_pattern, _at - 1);
        if (!head.Success)
        {
            return false;
        }

        _at += head.Length - 1;
        _text.Append(head.Groups["name"] is { Success: true } name ? $"(?<{name.Value}>" : head.Value);
        return true;
    }

    private bool Class()
    {
        _text.Append('[');
        if (_at < _pattern.Length && _pattern[_at] == '^')
        {
            _text.Append('^');
            _at++;
        }

        for (var isFirst = true; _at < _pattern.Length; isFirst = false)
        {
            var c = _pattern[_at++];
            if (c == ']' && !isFirst)
            {
                _text.Append(']');
                return true;
            }

            if (!Member(c))
            {
                return false;
            }
        }

        return false;
    }

    private bool Member(char c)
    {
        switch (c)
        {
            case '\\':
                return Escape(inClass: true);
            case '[' when _at < _pattern.Length && _pattern[_at] == ':':
                return NamedClass();
            case '[' or ']':
                _text.Append('\\').Append(c);
                return true;
            default:
                _text.Append(c);
                return !char.IsSurrogate(c);
        }
    }

    private bool NamedClass()
    {
        var end = _pattern.IndexOf(":]", _at, StringComparison.Ordinal);
        var members = end < 0 ? null : _pattern[(_at + 1)..end] switch
        {
            "alnum" => "0-9A-Za-z",
            "alpha" => "A-Za-z",
            "ascii" => @"\x00-\x7F",
            "blank" => @"\t ",
            "cntrl" => @"\x00-\x1F\x7F",
            "digit" => "0-9",
            "graph" => "!-~",
            "lower" => "a-z",
            "print" => " -~",
            "punct" => @"!-/:-@\[-`{-~",
            "space" => @"\t\n\v\f\r ",
            "upper" => "A-Z",
            "word" => "0-9A-Za-z_",
            "xdigit" => "0-9A-Fa-f",
            _ => null,
        };
        _at = end + 2;
        _text.Append(members);
        return members is not null;
    }

    private bool Escape(bool inClass)
    {
        if (_at == _pattern.Length)
        {
            return false;
        }

        var c = _pattern[_at++];
        var members = char.ToLowerInvariant(c) switch
        {
            'd' => "0-9",
            'w' => "0-9A-Za-z_",
            's' => @"\t\n\f\r ",
            _ => null,
        };
        if (members is not null)
        {
            // A negation within a class would have to be worked out.
            _text.Append(inClass ? members : $"[{(char.IsUpper(c) ? "^" : "")}{members}]");
            return !inClass || char.IsLower(c);
        }

        return c switch
        {
            'x' => CodePoint(),
            'p' or 'P' => Property(c),
            'Q' or 'C' or 'E' => false,
            >= '0' and <= '9' => false,
            'b' or 'B' or 'A' or 'z' => !inClass && Keep(c),
            'a' or 'f' or 't' or 'n' or 'r' or 'v' => Keep(c),
            _ => !char.IsLetter(c) && Keep(c),
        };
    }

    private bool Keep(char c)
    {
        _text.Append('\\').Append(c);
        return true;
    }

    private bool CodePoint()
    {
        var digits = Hex().Match(_pattern, _at);
        _at += digits.Length;
        var text = digits.Groups[1].Success ? digits.Groups[1].ValueSpan : digits.Groups[2].ValueSpan;
        if (!digits.Success || !int.TryParse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) || code > char.MaxValue)
        {
            return false;
        }

        _text.Append(CultureInfo.InvariantCulture, $"\\u{code:X4}");
        return true;
    }

    // \pL is short for \p{L}. Scripts such as Greek have no name in .NET; compiling refuses them.
    private bool Property(char c)
    {
        if (_at < _pattern.Length && _pattern[_at] != '{')
        {
            _text.Append('\\').Append(c).Append('{').Append(_pattern[_at++]).Append('}');
            return true;
        }

        return _at + 1 < _pattern.Length && _pattern[_at + 1] != '^' && Keep(c);
    }

    [GeneratedRegex(@"\G\((\?P?<(?<name>\w+)>|\?i?:|\?i\))")]
    private static partial Regex GroupHead();

    [GeneratedRegex(@"\G(?:\{([0-9A-Fa-f]+)\}|([0-9A-Fa-f]{2}))")]
    private static partial Regex Hex();
}
