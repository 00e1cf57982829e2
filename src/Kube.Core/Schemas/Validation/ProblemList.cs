using System.Globalization;
using System.Text;

namespace Kube;

/// <summary>Collects problems, and knows the way to the place being judged. Paths are written only when something is wrong there.</summary>
internal sealed class ProblemList(string root)
{
    // A name, or the index of an item.
    private readonly List<(string? Name, int Index)> _way = [];
    private readonly List<SchemaProblem> _all = [];

    public IReadOnlyList<SchemaProblem> All => _all;

    public int Count => _all.Count;

    /// <summary>The path of the place being judged.</summary>
    public string Path => PathOf(keysInBrackets: false);

    /// <summary>The same, with keys of maps in brackets: the API server writes them so where it looks for duplicates.</summary>
    public string BracketPath => PathOf(keysInBrackets: true);

    public void Enter(string name, bool isKey = false) => _way.Add((name, isKey ? -1 : 0));

    public void Enter(int index) => _way.Add((null, index));

    public void Leave() => _way.RemoveAt(_way.Count - 1);

    public void Add(SchemaProblemKind kind, string message) => _all.Add(new(Path, kind, message));

    public void Add(string path, SchemaProblemKind kind, string message) => _all.Add(new(path, kind, message));

    public void AddRange(IEnumerable<SchemaProblem> problems) => _all.AddRange(problems);

    /// <summary>Takes away, and returns, what was added since there were so many.</summary>
    public List<SchemaProblem> TakeSince(int count)
    {
        var taken = _all.GetRange(count, _all.Count - count);
        _all.RemoveRange(count, taken.Count);
        return taken;
    }

    /// <summary>The path of a member of the place being judged.</summary>
    public string PathOf(string member) => Path is { Length: > 0 } path ? $"{path}.{member}" : member;

    private string PathOf(bool keysInBrackets)
    {
        var text = new StringBuilder(root);
        foreach (var (name, index) in _way)
        {
            if (name is null)
            {
                text.Append(CultureInfo.InvariantCulture, $"[{index}]");
            }
            else if (keysInBrackets && index < 0)
            {
                text.Append('[').Append(name).Append(']');
            }
            else
            {
                text.Append(text.Length == 0 ? "" : ".").Append(name);
            }
        }

        return text.ToString();
    }
}
