using System.Diagnostics;
using k8s.Models;
using Kube;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.Commands.Local.Views;
using Spectre.Console;

namespace Ray.Operator.Commands.Local;

/// <summary>Everything in one process: the API server in memory, its nodes, the operator, the manifests and the view.</summary>
/// <param name="options">What was asked for.</param>
/// <param name="console">Where it is shown.</param>
/// <param name="started">When the process began, by <see cref="Stopwatch.GetTimestamp"/>.</param>
internal sealed class LocalRun(LocalOptions options, IAnsiConsole console, long started)
{
    private const int LogLines = 20;

    // On a terminal nobody reads more than 20 states a second.
    private static readonly TimeSpan s_frame = TimeSpan.FromMilliseconds(50);

    private readonly Screen _screen = new(console, started, "No RayCluster yet: kubectl apply -f one, in another terminal.");

    /// <summary>Runs until it is asked to stop, or all clusters are ready if that was asked for; then clears up.</summary>
    /// <param name="server">The server; it is the caller's.</param>
    /// <param name="objects">What is applied.</param>
    /// <param name="asked">Asks it to stop.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    /// <exception cref="LocalException">It cannot be set up as asked.</exception>
    public async Task<int> RunAsync(LocalServer server, IReadOnlyList<LocalObject> objects, CancellationToken asked)
    {
        using var file = options.KubeConfigOut is { } path ? KubeConfigFile.Write(path, server.KubeConfig) : null;
        var log = options.LogFile ?? Path.Combine(server.Folder, "operator.log");
        await using var @operator = await LocalOperator.StartAsync(options.Operator, server.Connection, LogFile.Open(log), asked);
        Introduce(server, file?.Path ?? server.KubeConfigPath, log);

        var applier = new ManifestApplier(server.Transport, server.Resources, options.Namespace, Say);
        var (applied, findings) = await applier.ApplyAsync(objects, asked);
        foreach (var finding in findings)
        {
            await Console.Error.WriteLineAsync(finding.ToString());
        }

        if (findings.Any(finding => finding.IsError))
        {
            return ExitCode.BadManifest;
        }

        IReadOnlyList<AppliedObject> wanted = [.. applied.Where(item => item.Resource == RayCluster.ResourceType.Definition)];
        var code = await FollowAsync(@operator, wanted, asked);
        await TellEndAsync(code, server, @operator, wanted, log, asked);
        return code;
    }

    private void Introduce(LocalServer server, string kubeConfig, string log)
    {
        var address = server.Connection.Server.GetLeftPart(UriPartial.Authority);
        Say($"API server in memory: {address}, {options.Nodes} simulated node(s); nothing runs in pods.");
        Say($"  {ShellText.Export("KUBECONFIG", kubeConfig)}");
        Say($"  The operator's log: {log}");
        if (!options.ExitWhenReady)
        {
            Say("  Ctrl+C ends it and clears up.");
        }
    }

    private async Task<int> FollowAsync(LocalOperator @operator, IReadOnlyList<AppliedObject> wanted, CancellationToken asked)
    {
        using var timeout = options.ExitWhenReady ? new CancellationTokenSource(options.Timeout, TimeProvider.System) : new CancellationTokenSource();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(asked, timeout.Token, @operator.Ended);
        return await _screen.RunAsync(async show =>
        {
            try
            {
                await ShowAsync(@operator, wanted, show, end.Token);
                return ExitCode.Success;
            }
            catch (OperationCanceledException) when (end.IsCancellationRequested)
            {
                return asked.IsCancellationRequested ? EndOf(options) : timeout.IsCancellationRequested ? ExitCode.NotReady : ExitCode.Fault;
            }
        });
    }

    /// <summary>What a run that was asked to stop comes to: who waits for clusters has none then.</summary>
    public static int EndOf(LocalOptions options) => options.ExitWhenReady ? ExitCode.NotReady : ExitCode.Success;

    private async Task ShowAsync(
        LocalOperator @operator, IReadOnlyList<AppliedObject> wanted, Action<IReadOnlyList<ClusterView>> show, CancellationToken cancellationToken)
    {
        while (true)
        {
            show(@operator.Views());
            if (options.ExitWhenReady && wanted.All(item => Readiness.IsReached(item, Find(@operator, item.Key))))
            {
                return;
            }

            await @operator.ChangedAsync(cancellationToken);
            if (_screen.IsLive)
            {
                await Task.Delay(s_frame, TimeProvider.System, cancellationToken);
            }
        }
    }

    private async Task TellEndAsync(
        int code, LocalServer server, LocalOperator @operator, IReadOnlyList<AppliedObject> wanted, string log, CancellationToken asked)
    {
        if (code == ExitCode.Fault)
        {
            ErrorOutput.Tell("The operator ended by itself. Its log ends:");
            foreach (var line in await TailAsync(log))
            {
                await Console.Error.WriteLineAsync(line);
            }
        }
        else if (asked.IsCancellationRequested)
        {
            Say("Stopped.");
        }
        else if (code == ExitCode.Success)
        {
            Say($"{wanted.Count} RayCluster(s) ready, {Stopwatch.GetElapsedTime(started).TotalSeconds:F2} s after the start of the process.");
        }
        else
        {
            ErrorOutput.Tell($"Not ready within {options.Timeout.TotalSeconds:0.###} s:");
            foreach (var item in wanted.Where(item => !Readiness.IsReached(item, Find(@operator, item.Key))))
            {
                await ExplainAsync(server, @operator, item);
            }
        }
    }

    private static async Task ExplainAsync(LocalServer server, LocalOperator @operator, AppliedObject item)
    {
        var events = await new ResourceClient<Eventsv1Event>(server.Transport, BuiltInResources.Events).ListAsync(item.Key.Namespace);

        // From the server: the operator's cache does not keep what pods ask of nodes.
        var pods = await new ResourceClient<V1Pod>(server.Transport, BuiltInResources.Pods)
            .ListAsync(item.Key.Namespace, new() { LabelSelector = $"{RayLabels.Cluster}={item.Key.Name}" });
        foreach (var line in Readiness.Explain(item, Find(@operator, item.Key), pods.Items, [.. events.Items]))
        {
            await Console.Error.WriteLineAsync(line);
        }
    }

    private static RayCluster? Find(LocalOperator @operator, ObjectKey key) => @operator.Clusters.FirstOrDefault(
        cluster => cluster.Metadata.Name == key.Name && cluster.Metadata.NamespaceProperty == key.Namespace);

    private static async Task<IEnumerable<string>> TailAsync(string log)
    {
        await using var file = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file);
        return (await reader.ReadToEndAsync()).TrimEnd().Split('\n').TakeLast(LogLines);
    }

    // Whole lines: the console would fold them, and nobody could copy a path.
    private void Say(string line) => console.Profile.Out.Writer.WriteLine(line);
}
