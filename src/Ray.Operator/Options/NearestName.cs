namespace Ray.Operator.Options;

/// <summary>Finds the name that was probably meant.</summary>
internal static class NearestName
{
    // More differences than this, and a guess would mislead.
    private const int MostDifferences = 3;

    /// <summary>Advice for a name that does not exist.</summary>
    /// <param name="name">The name.</param>
    /// <param name="known">The names that do.</param>
    public static string Advice(string name, IEnumerable<string> known)
    {
        var names = known.Order(StringComparer.Ordinal).ToList();
        var nearest = names.MinBy(candidate => Differences(name, candidate));
        return nearest is not null && Differences(name, nearest) <= MostDifferences
            ? $"did you mean {nearest}?"
            : $"use one of {string.Join(", ", names)}";
    }

    // Levenshtein's distance, letters compared without case.
    private static int Differences(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                var isEqual = char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]);
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (isEqual ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
