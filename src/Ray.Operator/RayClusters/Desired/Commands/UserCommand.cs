using k8s.Models;
using Ray.Operator.RayClusters.Desired.Metadata;

namespace Ray.Operator.RayClusters.Desired.Commands;

/// <summary>What the user lets the Ray container run: its command and arguments.</summary>
internal static class UserCommand
{
    /// <summary>The words of the command; none when there is nothing but white space.</summary>
    public static IReadOnlyList<string> WordsOf(V1Container container) =>
        [.. (container.Command ?? []).Concat(container.Args ?? []).Where(word => !string.IsNullOrWhiteSpace(word))];

    /// <summary>Whether the command stays as it is, because it starts Ray itself or because the user says so.</summary>
    public static bool IsLeftAlone(RayNode node, IEnumerable<string> words) => PodAnnotations.KeepsCommand(node) || StartsRay(words);

    /// <summary>Whether there is a command that runs in one container with what the operator generates.</summary>
    public static bool RunsBesideOurs(RayNode node) =>
        WordsOf(node.RayContainer) is { Count: > 0 } words && !IsLeftAlone(node, words);

    // Words are joined by one blank and inner blanks collapsed, so that `ray`, `start` in two words is seen as well as in one.
    private static bool StartsRay(IEnumerable<string> words) =>
        string.Join(' ', string.Join(' ', words).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Contains("ray start", StringComparison.Ordinal);
}
