namespace Kube.Generators.Schema.Cel.Cost;

/// <summary>Sizes of texts that functions make.</summary>
internal static class CelTextSizes
{
    /// <summary>Shortest and longest result of replacing one text by another in a third.</summary>
    public static CelRange Replaced(CelRange text, CelRange old, CelRange replacement)
    {
        var (longestCount, longestRest) = Count(text.Max, old.Min, replacement.Max <= old.Min);
        var (shortestCount, shortestRest) = Count(text.Min, old.Max, old.Max <= replacement.Min);
        return (new CelRange(shortestCount, longestCount) * replacement) + new CelRange(shortestRest, longestRest);
    }

    /// <summary>How often something is replaced, and how much of the text stays. An empty text is found around every character.</summary>
    private static (ulong Count, ulong Kept) Count(ulong text, ulong old, bool keepsLength) =>
        old == 0 ? (CelRange.Add(text, 1), text)
        : keepsLength ? (0, text)
        : ((ulong)Math.Min(Math.Ceiling((double)text / old), long.MaxValue), 0);
}
