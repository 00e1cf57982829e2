namespace Ray.Operator.RayClusters.Desired.Commands;

/// <summary>
/// Makes the Ray container start Ray: after the user's own command if there is one, which must therefore end, or before it in clusters of
/// 2020.
/// </summary>
internal static class ContainerCommand
{
    // Ray opens many files; the shell's variable lets users say how many.
    private const string RaiseOpenFiles = "ulimit -n ${RAY_START_ULIMIT_OPEN_FILES:-65536}; ";

    public static void Set(RayNode node, string startCommand)
    {
        var container = node.RayContainer;
        var words = UserCommand.WordsOf(container);
        if (UserCommand.IsLeftAlone(node, words))
        {
            return;
        }

        var generated = RaiseOpenFiles + startCommand;
        container.Command = Shell.Command(node.Settings);
        container.Args = [words.Count == 0 ? generated : node.Origin.Join(words, generated)];
    }
}
