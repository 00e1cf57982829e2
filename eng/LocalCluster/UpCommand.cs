using System.Diagnostics;
using System.Globalization;
using Kube.Testing;

namespace LocalCluster;

/// <summary>Starts the cluster as a process of its own, and waits for it.</summary>
internal static class UpCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    public static async Task<int> RunAsync(ClusterFiles files, int nodes, int port, CancellationToken cancellationToken)
    {
        if (files.IsReady())
        {
            Console.WriteLine("The cluster is already up.");
            PrintNextSteps(files);
            return 0;
        }

        if (files.ClearUnlessAlive())
        {
            // Here, so that the message reaches the terminal and not a log.
            ControlPlaneBinaries.Locate();
            Console.WriteLine("Starting the cluster...");
            using var starter = Detached.Start(
                ["serve", "--nodes", nodes.ToString(CultureInfo.InvariantCulture), "--port", port.ToString(CultureInfo.InvariantCulture)],
                files.Log);
            return await WaitAsync(files, () => starter.HasExited, cancellationToken);
        }

        Console.WriteLine("The cluster is being started; waiting for it.");
        return await WaitAsync(files, () => !files.IsAlive(), cancellationToken);
    }

    private static async Task<int> WaitAsync(ClusterFiles files, Func<bool> hasEnded, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        while (!files.IsReady())
        {
            if (hasEnded())
            {
                throw new ControlPlaneException($"The cluster has not started. {LogText(files)}");
            }

            if (watch.Elapsed > Patience)
            {
                throw new ControlPlaneException(
                    $"The cluster is not ready after {Patience.TotalSeconds:0} s; `down` stops it. Its log: {files.Log}. {LogText(files)}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellationToken);
        }

        Console.WriteLine($"The cluster is up ({watch.Elapsed.TotalSeconds:0.0} s).");
        PrintNextSteps(files);
        return 0;
    }

    private static void PrintNextSteps(ClusterFiles files) => Console.WriteLine(
        $"""

        export KUBECONFIG={files.KubeConfig}
        export PATH=$PATH:{ControlPlaneBinaries.Locate().Directory}    # has a kubectl if the machine had none

        kubectl get nodes          # simulated: pods start, become ready and end, but run nothing
        `make cluster-down` stops it and deletes its data.
        """);

    private static string LogText(ClusterFiles files) => File.Exists(files.Log) ? File.ReadAllText(files.Log).Trim() : "";
}
