using System.Text.RegularExpressions;
using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Yaml;

/// <summary>
/// Reads the YAML that <see cref="YamlPrinter"/> writes, and what other tools write in the same style: block mappings and sequences, plain and
/// quoted texts over several lines, literal blocks, <c>{}</c> and <c>[]</c>. Anchors, tags, other flow collections and folded blocks are refused.
/// </summary>
internal sealed class YamlReader
{
    private static readonly Regex s_key = new(
        @"^(?<key>'([^']|'')*'|""([^""\\]|\\.)*""|[^'""\[\]{}&*!|>%@`#,].*?):( +(?<rest>.*))?$", RegexOptions.CultureInvariant);

    private static readonly Regex s_number = new(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$", RegexOptions.CultureInvariant);

    private readonly string[] _lines;
    private int _line;

    private YamlReader(string text) => _lines = DefinitionText.Fold(text).Split('\n');

    /// <summary>The only document of a text.</summary>
    /// <exception cref="FormatException">The text is something else than the subset; the message says in which line.</exception>
    public static JsonValue Read(string text)
    {
        var reader = new YamlReader(text);
        if (reader.SkipToContent() && reader.Content == "---")
        {
            reader._line++;
        }

        if (!reader.SkipToContent())
        {
            throw reader.Fault("there is no document");
        }

        var value = reader.ReadBlock(reader.Indent, -1);
        return reader.SkipToContent() ? throw reader.Fault("this belongs to no block") : value;
    }

    private string Content => _lines[_line].Trim(' ');

    private int Indent => _lines[_line].Length - _lines[_line].TrimStart(' ').Length;

    private bool IsItem => Content is "-" || Content.StartsWith("- ", StringComparison.Ordinal);

    private FormatException Fault(string what) => new($"line {Math.Min(_line, _lines.Length - 1) + 1}: {what}");

    private bool SkipToContent()
    {
        while (_line < _lines.Length && (Content.Length == 0 || Content[0] == '#'))
        {
            _line++;
        }

        return _line < _lines.Length;
    }

    private bool IsAt(int indent) => SkipToContent() && Indent == indent;

    private JsonValue ReadBlock(int indent, int parent) => IsItem ? ReadSequence(indent)
        : s_key.IsMatch(Content) ? ReadMapping(indent)
        : ReadScalar(Content, parent);

    private JsonArray ReadSequence(int indent)
    {
        var items = new List<JsonValue>();
        while (IsAt(indent) && IsItem)
        {
            // The item is a block of its own, two columns further right.
            var rest = Content.Substring(1);
            var column = indent + 1 + (rest.Length - rest.TrimStart(' ').Length);
            _lines[_line] = new string(' ', column) + rest.TrimStart(' ');
            if (rest.Trim(' ').Length > 0)
            {
                items.Add(ReadBlock(column, indent));
            }
            else
            {
                _line++;
                items.Add(ReadNested(indent + 1));
            }
        }

        return new(items.ToEquatableArray());
    }

    private JsonObject ReadMapping(int indent)
    {
        var members = new List<JsonMember>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (IsAt(indent) && !IsItem)
        {
            if (s_key.Match(Content) is not { Success: true } match)
            {
                throw Fault("a key and a colon are expected");
            }

            var key = TextOf(match.Groups["key"].Value);
            var rest = match.Groups["rest"].Value;
            if (!names.Add(key))
            {
                throw Fault($"'{key}' is there twice");
            }

            if (rest.Length > 0)
            {
                members.Add(new(key, ReadScalar(rest, indent)));
            }
            else
            {
                _line++;
                members.Add(new(key, ReadNested(indent)));
            }
        }

        return JsonObject.Of(members);
    }

    /// <summary>What hangs below a key or dash: a deeper block, a sequence at the same indent, or nothing.</summary>
    private JsonValue ReadNested(int parent) =>
        SkipToContent() && (Indent > parent || (Indent == parent && IsItem)) ? ReadBlock(Indent, parent) : new JsonNull();

    private JsonValue ReadScalar(string first, int parent)
    {
        switch (first[0])
        {
            case '|':
                return new JsonString(ReadLiteral(first, parent));
            case '\'' or '"':
                return new JsonString(ReadQuoted(first));
            case '{' or '[' when first is "{}" or "[]":
                _line++;
                return first == "{}" ? JsonObject.Empty : new JsonArray(default);
            case '{' or '[' or '&' or '*' or '!' or '>' or '%' or '@' or '`':
                throw Fault($"'{first[0]}' is beyond the YAML that the build writes");
            default:
                return Resolve(ReadPlain(first, parent));
        }
    }

    private string ReadPlain(string first, int parent)
    {
        var text = first.TrimEnd(' ');
        for (_line++; _line < _lines.Length && Content.Length > 0 && Indent > parent; _line++)
        {
            text += " " + Content;
        }

        return text;
    }

    private string ReadQuoted(string first)
    {
        var text = first;
        while (!YamlTexts.IsClosed(text))
        {
            if (++_line >= _lines.Length)
            {
                throw Fault("a quoted text has no end");
            }

            // A backslash at the end of a line keeps the blanks around the break; otherwise a break is one blank, an empty line a break.
            text = YamlTexts.EndsInEscape(text) ? text.Substring(0, text.Length - 1) + Content
                : Content.Length == 0 ? text + "\n"
                : text.EndsWith("\n", StringComparison.Ordinal) ? text + Content
                : text + " " + Content;
        }

        var value = TextOf(text);
        _line++;
        return value;
    }

    private string ReadLiteral(string header, int parent)
    {
        var indent = header.Skip(1).Where(char.IsDigit).Select(c => parent + (c - '0')).FirstOrDefault();
        var lines = new List<string>();
        for (_line++; _line < _lines.Length && (_lines[_line].Trim(' ').Length == 0 || Indent > parent); _line++)
        {
            indent = indent == 0 ? Indent : indent;
            lines.Add(_lines[_line].Length > indent ? _lines[_line].Substring(indent) : "");
        }

        var count = lines.Count;
        while (count > 0 && lines[count - 1].Length == 0 && !header.Contains('+'))
        {
            count--;
        }

        // The file's own last line break stands for no line.
        count = header.Contains('+') && _line >= _lines.Length ? count - 1 : count;
        return string.Join("\n", lines.Take(count)) + (header.Contains('-') ? "" : "\n");
    }

    private string TextOf(string scalar) => YamlTexts.Unquote(scalar) ?? throw Fault("an escape is not known");

    private static JsonValue Resolve(string text) => text switch
    {
        "null" or "~" => new JsonNull(),
        "true" => new JsonBoolean(true),
        "false" => new JsonBoolean(false),
        _ when s_number.IsMatch(text) => new JsonNumber(text),
        _ => new JsonString(text),
    };
}
