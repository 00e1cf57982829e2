using System.Text;

namespace Kube.Generators.Parsing.Members;

/// <summary>Compares JSON names that come from C# names with the conventions of Kubernetes: ASCII letters and digits, acronyms in one case.</summary>
internal static class ConventionalName
{
    /// <summary>The name that Kubernetes would have; null when the JSON name is like it.</summary>
    /// <param name="name">C# name.</param>
    /// <param name="jsonName">What JSON makes of it.</param>
    public static string? WhySurprising(string name, string jsonName)
    {
        if (!jsonName.All(IsPlain) || jsonName.Length == 0 || jsonName[0] is < 'a' or > 'z')
        {
            return Joined(name) is { Length: > 0 } joined ? $"'{joined}'" : "a name of ASCII letters and digits";
        }

        // IPs becomes iPs, and ID2Name iD2Name: the last capital before something else than a small word stays.
        var capitals = name.TakeWhile(c => c is >= 'A' and <= 'Z').Count();
        if (capitals < 2 || capitals == name.Length)
        {
            return null;
        }

        var rest = name.Substring(capitals);
        var isPlural = rest[0] == 's' && (rest.Length == 1 || rest[1] is not (>= 'a' and <= 'z'));
        return isPlural || rest[0] is >= '0' and <= '9' ? $"'{name.Substring(0, capitals).ToLowerInvariant()}{rest}'" : null;
    }

    private static bool IsPlain(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');

    /// <summary>The name without what does not belong into it: <c>A_b</c> is <c>aB</c>.</summary>
    private static string Joined(string name)
    {
        var text = new StringBuilder();
        var isStart = false;
        foreach (var c in name)
        {
            if (IsPlain(c) && (text.Length > 0 || c is not (>= '0' and <= '9')))
            {
                text.Append(text.Length == 0 ? char.ToLowerInvariant(c) : isStart ? char.ToUpperInvariant(c) : c);
            }

            isStart = !IsPlain(c);
        }

        return text.ToString();
    }
}
