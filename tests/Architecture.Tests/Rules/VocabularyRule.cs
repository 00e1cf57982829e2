using System.Text.RegularExpressions;
using Architecture.Tests.Sources;

namespace Architecture.Tests.Rules;

/// <summary>
/// Packages named <c>Kube.*</c> serve operators of any kind, so they never speak of Ray: not in code, not in texts, not in comments.
/// </summary>
internal static partial class VocabularyRule
{
    /// <summary>Mentions with a reason.</summary>
    private static readonly HashSet<(string File, string Text)> s_exceptions =
    [
        // The cache folder is shared with eng/control-plane/install.sh, which installs for this repository.
        ("src/Kube.Testing/ControlPlane/ControlPlaneBinaries.cs", "ray-operator"),
    ];

    public static IEnumerable<Violation> Check(SourceFile file)
    {
        var lines = file.Text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            foreach (var text in Mention().Matches(lines[i]).Select(match => match.Value))
            {
                if (!s_exceptions.Contains((file.Path, text)))
                {
                    yield return file.At(i + 1, $"'{text}': Kube.* serves operators of any kind and never speaks of Ray");
                }
            }
        }
    }

    // A capital Ray that begins a word or a part of one, and the words of the API. "Array" and "arrays" have neither.
    [GeneratedRegex(@"Ray[\w.]*|\bray[\w.-]*")]
    private static partial Regex Mention();
}
