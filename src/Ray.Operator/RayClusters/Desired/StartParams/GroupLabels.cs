using Ray.Operator.RayClusters.Desired.Metadata;

namespace Ray.Operator.RayClusters.Desired.StartParams;

/// <summary>
/// Turns the <c>labels</c> of a group into the flag <c>labels</c>. Labels that cannot be set on the pod do not reach Ray either.
/// </summary>
internal static class GroupLabels
{
    public static void AddTo(SortedDictionary<string, string> parameters, IDictionary<string, string>? labels)
    {
        var text = string.Join(
            ',',
            (labels ?? new Dictionary<string, string>())
                .Where(pair => !PodLabels.IsReserved(pair.Key))
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => $"{pair.Key}={pair.Value}"));
        if (text.Length > 0)
        {
            parameters["labels"] = text;
        }
    }
}
