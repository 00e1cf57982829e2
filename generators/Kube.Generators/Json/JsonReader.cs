using System.Globalization;
using System.Text;
using Kube.Generators.Model;

namespace Kube.Generators.Json;

/// <summary>Reads JSON (RFC 8259). A generator may bring no assembly along, and the compiler's host has no JSON reader to lend.</summary>
internal sealed class JsonReader
{
    private const int MaxDepth = 64;
    private readonly string _text;
    private int _position;
    private int _depth;

    private JsonReader(string text) => _text = text;

    /// <summary>The value; null when the text is not JSON.</summary>
    public static JsonValue? Read(string text)
    {
        var reader = new JsonReader(text);
        var value = reader.ReadValue();
        reader.SkipSpace();
        return reader._position == text.Length ? value : null;
    }

    private JsonValue? ReadValue()
    {
        SkipSpace();
        return Peek() switch
        {
            '{' => Nested(ReadObject),
            '[' => Nested(ReadArray),
            '"' => ReadText() is { } text ? new JsonString(text) : null,
            't' => Skip("true") ? new JsonBoolean(true) : null,
            'f' => Skip("false") ? new JsonBoolean(false) : null,
            'n' => Skip("null") ? new JsonNull() : null,
            _ => ReadNumber(),
        };
    }

    private JsonValue? Nested(Func<JsonValue?> read)
    {
        if (++_depth > MaxDepth)
        {
            return null;
        }

        _position++;
        var value = read();
        _depth--;
        return value;
    }

    private JsonValue? ReadObject()
    {
        var members = new List<JsonMember>();
        if (SkipToken('}'))
        {
            return JsonObject.Empty;
        }

        do
        {
            SkipSpace();
            if (Peek() != '"' || ReadText() is not { } name || !SkipToken(':') || ReadValue() is not { } value)
            {
                return null;
            }

            members.Add(new(name, value));
        }
        while (SkipToken(','));

        return SkipToken('}') ? JsonObject.Of(members) : null;
    }

    private JsonValue? ReadArray()
    {
        var items = new List<JsonValue>();
        if (SkipToken(']'))
        {
            return new JsonArray(default);
        }

        do
        {
            if (ReadValue() is not { } value)
            {
                return null;
            }

            items.Add(value);
        }
        while (SkipToken(','));

        return SkipToken(']') ? new JsonArray(items.ToEquatableArray()) : null;
    }

    private string? ReadText()
    {
        var text = new StringBuilder();
        for (_position++; _position < _text.Length; _position++)
        {
            switch (_text[_position])
            {
                case '"':
                    _position++;
                    return text.ToString();
                case < ' ':
                    return null;
                case '\\' when ReadEscape() is { } escaped:
                    text.Append(escaped);
                    break;
                case '\\':
                    return null;
                default:
                    text.Append(_text[_position]);
                    break;
            }
        }

        return null;
    }

    private char? ReadEscape()
    {
        _position++;
        switch (Peek())
        {
            case 'b': return '\b';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case '"' or '\\' or '/': return Peek();
            case 'u' when _position + 4 < _text.Length && ushort.TryParse(
                _text.Substring(_position + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                _position += 4;
                return (char)code;
            default: return null;
        }
    }

    private JsonNumber? ReadNumber()
    {
        var start = _position;
        SkipOne('-');
        var isWhole = Peek() == '0' ? SkipOne('0') : SkipDigits();
        var isValid = isWhole && (!SkipOne('.') || SkipDigits());
        if (isValid && (SkipOne('e') || SkipOne('E')))
        {
            _ = SkipOne('+') || SkipOne('-');
            isValid = SkipDigits();
        }

        return isValid ? new(_text.Substring(start, _position - start)) : null;
    }

    private bool SkipDigits()
    {
        var start = _position;
        while (Peek() is >= '0' and <= '9')
        {
            _position++;
        }

        return _position > start;
    }

    private bool SkipToken(char token)
    {
        SkipSpace();
        return SkipOne(token);
    }

    private bool SkipOne(char expected)
    {
        if (Peek() != expected)
        {
            return false;
        }

        _position++;
        return true;
    }

    private bool Skip(string word)
    {
        if (string.CompareOrdinal(_text, _position, word, 0, word.Length) != 0)
        {
            return false;
        }

        _position += word.Length;
        return true;
    }

    private void SkipSpace()
    {
        while (Peek() is ' ' or '\t' or '\n' or '\r')
        {
            _position++;
        }
    }

    private char Peek() => _position < _text.Length ? _text[_position] : '\0';
}
