namespace Kube.Generators.Schema.Cel;

/// <summary>Finds the name that was meant.</summary>
internal static class Similar
{
    /// <summary>The nearest of the names; null when none is near: at most a third of the letters differ, not counting case.</summary>
    public static string? To(string name, IEnumerable<string> names)
    {
        var best = names
            .Select(n => (Name: n, Distance: Distance(name.ToLowerInvariant(), n.ToLowerInvariant())))
            .OrderBy(c => c.Distance).ThenBy(c => c.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Name is not null && best.Distance <= Math.Max(1, name.Length / 3) ? best.Name : null;
    }

    /// <summary>How many letters are added, dropped, changed or swapped with the next.</summary>
    private static int Distance(string left, string right)
    {
        var table = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                table[i, j] = i == 0 || j == 0 ? i + j : Math.Min(
                    Math.Min(table[i - 1, j], table[i, j - 1]) + 1,
                    table[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                var isSwapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
                table[i, j] = isSwapped ? Math.Min(table[i, j], table[i - 2, j - 2] + 1) : table[i, j];
            }
        }

        return table[left.Length, right.Length];
    }
}
