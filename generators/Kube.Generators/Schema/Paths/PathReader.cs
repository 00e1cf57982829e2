using System.Text;
using System.Text.RegularExpressions;

namespace Kube.Generators.Schema.Paths;

/// <summary>Reads a JSONPath as the API server's printer does.</summary>
internal sealed class PathReader
{
    private static readonly Regex s_index = new(
        @"^(\*|-?[0-9]*(:-?[0-9]*){0,2}|-?[0-9]+(,-?[0-9]+)*)$", RegexOptions.CultureInvariant);

    private static readonly Regex s_names = new(@"^('[^']*'|""[^""]*"")(,('[^']*'|""[^""]*""))*$", RegexOptions.CultureInvariant);
    private readonly string _path;
    private readonly List<PathStep> _steps = [];
    private int _position;

    private PathReader(string path) => _path = path;

    /// <summary>The steps; or why there are none.</summary>
    public static (IReadOnlyList<PathStep> Steps, string? Problem) Read(string path)
    {
        var reader = new PathReader(path);
        return (reader._steps, reader.Read());
    }

    private string? Read()
    {
        if (_path.Length == 0 || _path[0] != '.')
        {
            return "a path begins with a dot";
        }

        string? problem = null;
        while (_position < _path.Length && problem is null)
        {
            problem = _path[_position] switch
            {
                '.' => ReadName(),
                '[' => ReadBracket(),
                _ => $"'{_path[_position]}' stands where a dot or a bracket is expected",
            };
        }

        return problem;
    }

    private string? ReadName()
    {
        _position++;
        if (Peek() == '.')
        {
            _steps.Add(new DescendStep());
            return _position + 1 == _path.Length ? "it ends in dots" : ReadName();
        }

        var name = new StringBuilder();
        while (_position < _path.Length && _path[_position] is not ('.' or '[' or ']' or ',' or '{' or '}' or '@' or ' '))
        {
            _position += _path[_position] == '\\' ? 1 : 0;
            name.Append(Peek());
            _position++;
        }

        if (name.Length == 0)
        {
            return _path == "." ? null : Peek() == '[' ? null : "a name is missing behind a dot";
        }

        _steps.Add(name.ToString() == "*" ? new AnyStep("*") : new NameStep(name.ToString()));
        return null;
    }

    private string? ReadBracket()
    {
        var end = End();
        if (end < 0)
        {
            return "a bracket, parenthesis or quotation mark is not closed";
        }

        var content = _path.Substring(_position + 1, end - _position - 1).Trim();
        _position = end + 1;
        return content.StartsWith("?(", StringComparison.Ordinal) && content.EndsWith(")", StringComparison.Ordinal)
                ? ReadFilter(content.Substring(2, content.Length - 3).Trim())
            : content.Length > 0 && s_index.IsMatch(content) ? Add(new AnyStep($"[{content}]"))
            : s_names.IsMatch(content) ? Add(NamesOf(content))
            : $"'[{content}]' is no index, no quoted name and no filter";
    }

    private static PathStep NamesOf(string content)
    {
        var name = content.Substring(1, content.Length - 2);
        return name.IndexOf(content[0]) < 0 ? new NameStep(name) : new AnyStep($"[{content}]");
    }

    private string? ReadFilter(string condition)
    {
        var at = OperatorIn(condition, out var length);
        string[] operands = at < 0 ? [condition] : [condition.Substring(0, at).Trim(), condition.Substring(at + length).Trim()];
        return operands.Any(o => o.Length == 0) ? "a side of a comparison is empty" : Add(new FilterStep($"[?({condition})]", operands));
    }

    private string? Add(PathStep step)
    {
        _steps.Add(step);
        return null;
    }

    /// <summary>Place of the bracket that closes the one here; -1 when none does.</summary>
    private int End()
    {
        var (depth, parentheses) = (0, 0);
        for (var i = _position; i < _path.Length; i++)
        {
            switch (_path[i])
            {
                case '\'' or '"':
                    i = _path.IndexOf(_path[i], i + 1);
                    if (i < 0)
                    {
                        return -1;
                    }

                    break;
                case '[': depth++; break;
                case '(': parentheses++; break;
                case ')': parentheses--; break;
                case ']' when --depth == 0: return parentheses == 0 ? i : -1;
            }
        }

        return -1;
    }

    private static int OperatorIn(string condition, out int length)
    {
        for (var i = 0; i < condition.Length; i++)
        {
            if (condition[i] is '\'' or '"')
            {
                i = condition.IndexOf(condition[i], i + 1);
                if (i < 0)
                {
                    break;
                }
            }
            else if (condition[i] is '=' or '!' or '<' or '>')
            {
                length = i + 1 < condition.Length && condition[i + 1] == '=' ? 2 : 1;
                return i;
            }
        }

        length = 0;
        return -1;
    }

    private char Peek() => _position < _path.Length ? _path[_position] : '\0';
}
