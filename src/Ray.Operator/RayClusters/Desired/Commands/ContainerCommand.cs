using Ray.Operator.RayClusters.Desired.Metadata;

namespace Ray.Operator.RayClusters.Desired.Commands;

/// <summary>Makes the Ray container start Ray: after the user's own command if there is one, which must therefore end.</summary>
internal static class ContainerCommand
{
    // Ray opens many files; the shell's variable lets users say how many.
    private const string RaiseOpenFiles = "ulimit -n ${RAY_START_ULIMIT_OPEN_FILES:-65536}; ";

    public static void Set(RayNode node, string startCommand)
    {
        var container = node.RayContainer;
        var tokens = (container.Command ?? []).Concat(container.Args ?? []).Where(token => !string.IsNullOrWhiteSpace(token)).ToList();
        if (PodAnnotations.KeepsCommand(node) || StartsRay(tokens))
        {
            return;
        }

        var generated = RaiseOpenFiles + startCommand;
        container.Command = Shell.Command(node.Settings);
        container.Args = [tokens.Count == 0 ? generated : $"{string.Concat(tokens.Select(token => $" {token} "))} && {generated}"];
    }

    // Tokens are joined by one blank and inner blanks collapsed, so that `ray`, `start` in two tokens is seen as well as in one.
    private static bool StartsRay(IEnumerable<string> tokens) =>
        string.Join(' ', string.Join(' ', tokens).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Contains("ray start", StringComparison.Ordinal);
}
