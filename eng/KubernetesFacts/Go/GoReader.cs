using System.Text.RegularExpressions;

namespace KubernetesFacts.Go;

/// <summary>
/// Reads the structs of a Go file in the form that <c>gofmt</c> gives it: a declaration begins at the margin, each field is one line, comments
/// stand above. That is all that API types consist of; functions and other declarations are passed over.
/// </summary>
internal sealed partial class GoReader
{
    private readonly List<GoStruct> _structs = [];
    private readonly List<string> _lists = [];
    private readonly List<string> _markers = [];
    private List<GoField>? _fields;
    private string _name = "";
    private GoMarkers _outer = new([]);
    private bool _isInBlockComment;

    private GoReader()
    {
    }

    /// <summary>The structs of a file, and the names of its types that are lists.</summary>
    public static (IReadOnlyList<GoStruct> Structs, IReadOnlyList<string> Lists) Read(string text)
    {
        var reader = new GoReader();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            reader.ReadLine(line);
        }

        return (reader._structs, reader._lists);
    }

    private void ReadLine(string line)
    {
        var content = line.Trim();
        if (_isInBlockComment || content.StartsWith("/*", StringComparison.Ordinal))
        {
            _isInBlockComment = !content.EndsWith("*/", StringComparison.Ordinal);
        }
        else if (content.StartsWith("//", StringComparison.Ordinal))
        {
            ReadComment(content[2..].Trim());
        }
        else if (content.Length > 0)
        {
            // Markers count for the next declaration, a blank line between them or not.
            ReadCode(line, content);
            _markers.Clear();
        }
    }

    private void ReadComment(string comment)
    {
        if (comment.StartsWith('+'))
        {
            _markers.Add(comment[1..]);
        }
    }

    private void ReadCode(string line, string content)
    {
        if (_fields is not null)
        {
            if (line.StartsWith('}'))
            {
                _structs.Add(new(_name, _outer, _fields));
                _fields = null;
            }
            else if (FieldOf(content) is { } field)
            {
                _fields.Add(field);
            }
        }
        else if (List().Match(line) is { Success: true } list)
        {
            _lists.Add(list.Groups["name"].Value);
        }
        else if (Declaration().Match(line) is { Success: true } declaration)
        {
            (_name, _outer, _fields) = (declaration.Groups["name"].Value, new([.. _markers]), []);
            if (declaration.Groups["empty"].Success)
            {
                _structs.Add(new(_name, _outer, _fields));
                _fields = null;
            }
        }
    }

    private GoField? FieldOf(string content)
    {
        var match = Field().Match(content);
        if (!match.Success || Json().Match(match.Groups["tag"].Value) is not { Success: true } json)
        {
            return null;
        }

        var parts = json.Groups["json"].Value.Split(',');
        var isInline = parts.Contains("inline") || (parts[0].Length == 0 && !match.Groups["name"].Success);
        return parts[0] == "-"
            ? null
            : new(match.Groups["type"].Value, isInline ? "" : parts[0], parts.Contains("omitempty") || parts.Contains("omitzero"), new([.. _markers]));
    }

    [GeneratedRegex(@"^type (?<name>\w+) struct \{(?<empty>\})?")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^type (?<name>\w+) \[\](?!byte)")]
    private static partial Regex List();

    [GeneratedRegex("^(?:(?<name>\\w+)\\s+)?(?<type>[\\w.*\\[\\]{}]+)\\s+`(?<tag>[^`]*)`")]
    private static partial Regex Field();

    [GeneratedRegex("json:\"(?<json>[^\"]*)\"")]
    private static partial Regex Json();
}
