namespace Ray.Operator.RayClusters.Desired.Of2020;

/// <summary>
/// Starts Ray, then runs the user's command beside it. The container lives as long as Ray does: it ends with an error when Ray cannot start,
/// when the command fails, or when Ray has ended, whatever the command is doing. A command that succeeds leaves Ray running.
/// </summary>
internal static class CommandAfterRay
{
    // Needs nothing but bash. Every node of Ray has a process of this name, which ends when the head is lost for good; a process that has ended
    // (state Z) is listed until its parent takes notice. The command has a shell of its own, in which it may exit or set what it likes.
    public static string Script(string text, string start) =>
        $$"""
        {{start}} || exit
        (
        {{text}}
        ) &
        command=$!
        trap 'kill $command 2>/dev/null; ray stop; exit 143' TERM
        ray_lives() {
          for process in /proc/[0-9]*/stat; do
            read -r _ name state _ <"$process" && [ "$name" = "(raylet)" ] && [ "$state" != Z ] && return
          done 2>/dev/null
          return 1
        }
        while ray_lives; do
          if [ -n "$command" ] && ! kill -0 $command 2>/dev/null; then
            wait $command || exit
            command=
          fi
          sleep 1
        done
        echo "Ray has ended." >&2
        exit 1
        """;
}
