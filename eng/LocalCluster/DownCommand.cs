using System.Diagnostics;
using System.Runtime.InteropServices;
using Kube.Testing;

namespace LocalCluster;

/// <summary>Stops the cluster and waits for its end.</summary>
internal static partial class DownCommand
{
    private const int Terminate = 15;
    private const int Kill = 9;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(15);

    public static async Task<int> RunAsync(ClusterFiles files, CancellationToken cancellationToken)
    {
        // A held lock proves that the process is there and that the id is its own: no other can be hit.
        if (!files.IsAlive())
        {
            Console.WriteLine("The cluster is not up.");
            return 0;
        }

        var id = files.ReadProcessId()
            ?? throw new ControlPlaneException($"The cluster is up, but {files.Root} does not say as which process.");
        if (!await StopAsync(files, id, Terminate, cancellationToken) && !await StopAsync(files, id, Kill, cancellationToken))
        {
            throw new ControlPlaneException($"The cluster (process {id}) does not end. Its log: {files.Log}");
        }

        Console.WriteLine("The cluster is down.");
        return 0;
    }

    private static async Task<bool> StopAsync(ClusterFiles files, int id, int signal, CancellationToken cancellationToken)
    {
        if (SendSignal(id, signal) != 0 && files.IsAlive())
        {
            throw new ControlPlaneException($"No right to stop process {id}.");
        }

        var watch = Stopwatch.StartNew();
        while (files.IsAlive() && watch.Elapsed < Grace)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellationToken);
        }

        return !files.IsAlive();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int processId, int signal);
}
