using System.Text.RegularExpressions;

namespace Ray.Pictures.Terminals;

/// <summary>
/// Puts fixed names in place of what chance chose: ports, folders, the ends of pod names. They are as long as what they replace, so that
/// columns stay columns, and another run gives nearly the same picture.
/// </summary>
internal sealed partial class Masks
{
    private static readonly string[] s_ends = ["5679r", "44qw2", "z6nwz", "fdn88", "x2kpl", "q7bvt", "m4jsd", "c9gzh", "w8rnf", "t5xcb"];

    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <summary>The text of a row with nothing of chance in it.</summary>
    /// <exception cref="InvalidOperationException">More pods were shown than there are names for.</exception>
    public string Apply(string row)
    {
        var masked = Folder().Replace(Port().Replace(row, ":41645"), "/tmp/kube-testing-GHFT9w");
        return PodEnd().Replace(masked, match => EndOf(match.Value));
    }

    private string EndOf(string chance)
    {
        if (!_known.TryGetValue(chance, out var end))
        {
            end = _known[chance] = _known.Count < s_ends.Length
                ? s_ends[_known.Count]
                : throw new InvalidOperationException($"There is no name for pod number {_known.Count + 1}.");
        }

        return end;
    }

    [GeneratedRegex(@"(?<=127\.0\.0\.1):\d{5}\b")]
    private static partial Regex Port();

    [GeneratedRegex(@"/tmp/kube-testing-\w{6}\b")]
    private static partial Regex Folder();

    [GeneratedRegex(@"(?<=-(?:head|worker)-)[a-z0-9]{5}\b")]
    private static partial Regex PodEnd();
}
