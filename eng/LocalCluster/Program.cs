using System.CommandLine;
using Kube.Testing;

namespace LocalCluster;

/// <summary>A real control plane with simulated nodes, for trying things by hand: <c>up</c>, <c>status</c>, <c>down</c>.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        try
        {
            // No time-out: `serve` handles signals itself, and the library would cut its orderly end short.
            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            return await CommandLine().Parse(args).InvokeAsync(configuration);
        }
        catch (Exception e) when (e is ControlPlaneException or IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"error: {e.Message}");
            return 1;
        }
    }

    private static RootCommand CommandLine()
    {
        var nodes = new Option<int>("--nodes") { Description = "How many simulated nodes there are.", DefaultValueFactory = _ => 3 };
        var port = new Option<int>("--port") { Description = "The API server's loopback port; 0 takes any free one." };
        var files = ClusterFiles.InUserCache();

        var up = new Command("up", "Starts the cluster in the background and waits until it can be used.") { nodes, port };
        up.SetAction((result, token) => UpCommand.RunAsync(files, result.GetValue(nodes), result.GetValue(port), token));
        var serve = new Command("serve", "What `up` starts in the background: the cluster itself.") { nodes, port };
        serve.Hidden = true;
        serve.SetAction((result, token) => ServeCommand.RunAsync(files, result.GetValue(nodes), result.GetValue(port), token));
        var down = new Command("down", "Stops the cluster and deletes its data.");
        down.SetAction((_, token) => DownCommand.RunAsync(files, token));
        var status = new Command("status", "Says whether the cluster is up. Exit code 0 when it is, 1 when it is not.");
        status.SetAction(_ => StatusCommand.Run(files));
        return new RootCommand("A real control plane with simulated nodes on this machine.") { up, down, status, serve };
    }
}
