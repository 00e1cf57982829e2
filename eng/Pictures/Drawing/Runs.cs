namespace Ray.Pictures.Drawing;

/// <summary>Neighbours that are alike.</summary>
internal static class Runs
{
    /// <summary>The stretches of a list within which nothing changes, one after the other; the end is the index after the last.</summary>
    public static IEnumerable<(int Start, int End)> Of<T>(IReadOnlyList<T> items)
    {
        var start = 0;
        for (var i = 1; i <= items.Count; i++)
        {
            if (i == items.Count || !EqualityComparer<T>.Default.Equals(items[i], items[start]))
            {
                yield return (start, i);
                start = i;
            }
        }
    }
}
