using System.Runtime.InteropServices;
using Kube.Testing;

namespace LocalCluster;

/// <summary>The cluster itself: runs until it is told to end.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(ClusterFiles files, int nodes, int port, CancellationToken cancellationToken)
    {
        await using var hold = await files.LockAsync(cancellationToken)
            ?? throw new ControlPlaneException("Another cluster is up, or being started.");
        files.Clear();
        files.WriteProcessId();
        // Not disposed: a second signal may still be on its way when the first one's work is done.
        var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var term = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, stopping));
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, stopping));
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => Stop(context, stopping));
        try
        {
            await ServeAsync(files, nodes, port, stopping.Token);
            return 0;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return 0;
        }
        finally
        {
            files.Clear();
        }
    }

    private static async Task ServeAsync(ClusterFiles files, int nodes, int port, CancellationToken cancellationToken)
    {
        var options = new ControlPlaneOptions { DataDirectory = files.Data, ApiServerPort = port };
        await using var plane = await ControlPlane.StartAsync(options, cancellationToken);
        using var client = plane.CreateHttpClient();
        var simulated = new SimulatedNodesOptions { Count = nodes, OnError = refusal => Console.WriteLine(refusal.Message) };
        await using var simulation = await SimulatedNodes.StartAsync(client, simulated, cancellationToken);

        // Copied whole, then renamed: it says "ready" by being there.
        var draft = files.KubeConfig + ".new";
        File.Copy(plane.KubeConfigPath, draft, overwrite: true);
        File.Move(draft, files.KubeConfig, overwrite: true);
        Console.WriteLine($"Serving at {plane.BaseAddress}; logs of the processes: {plane.LogDirectory}");
        await simulation.Completion.WaitAsync(cancellationToken);
    }

    private static void Stop(PosixSignalContext context, CancellationTokenSource stopping)
    {
        // The end comes in order, not by the signal's default.
        context.Cancel = true;
        stopping.Cancel();
    }
}
