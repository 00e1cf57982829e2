namespace Kube.Testing;

/// <summary>The four processes: starts them in the order in which they need each other, and stops them in reverse.</summary>
internal sealed class ControlPlaneProcesses(
    ControlPlaneBinaries binaries, ControlPlaneLayout layout, LoopbackPorts ports, ControlPlaneOptions options)
    : IAsyncDisposable
{
    // In order of start.
    private readonly List<ChildProcess> running = [];
    private ChildProcess? apiServer;
    private ChildProcess? controllerManager;

    public Uri ApiServerAddress { get; } = new($"https://127.0.0.1:{ports.ApiServer}/");

    public Uri EtcdAddress { get; } = new(ControlPlaneArguments.EtcdUrl(ports.EtcdClient));

    public async Task StartEtcdAsync(CancellationToken cancellationToken)
    {
        var etcd = Start(binaries.Etcd, ControlPlaneArguments.Etcd(layout, ports));
        using var client = NewEtcdClient();
        await Readiness.WaitForOkAsync(client, new Uri(EtcdAddress, "health"), etcd, cancellationToken);
    }

    public async Task<long> CompactAsync(CancellationToken cancellationToken)
    {
        using var client = NewEtcdClient();
        return await EtcdHttp.CompactAsync(client, EtcdAddress, cancellationToken);
    }

    public async Task StartApiServerAsync(HttpClient client, CancellationToken cancellationToken)
    {
        if (apiServer is { HasExited: false })
        {
            return;
        }

        apiServer = Start(binaries.ApiServer, [.. ControlPlaneArguments.ApiServer(layout, ports), .. options.ApiServerArguments]);
        await Readiness.WaitForOkAsync(client, new Uri(ApiServerAddress, "readyz"), apiServer, cancellationToken);
    }

    /// <summary>Which of the optional flags the installed release has. Can be asked while other programs start.</summary>
    public async Task<OptionalFlags> AskForFlagsAsync(CancellationToken cancellationToken)
    {
        var manager = KnownFlags.KeepAsync(binaries.ControllerManager, ControlPlaneArguments.ControllerManagerOptional, cancellationToken);
        var scheduler = KnownFlags.KeepAsync(binaries.Scheduler, ControlPlaneArguments.SchedulerOptional, cancellationToken);
        await Task.WhenAll(manager, scheduler);
        return new OptionalFlags(await manager, await scheduler);
    }

    public async Task StartControllersAsync(HttpClient client, OptionalFlags flags, CancellationToken cancellationToken)
    {
        var controllers = StartControllerManager(flags);
        Start(binaries.Scheduler, [.. ControlPlaneArguments.Scheduler(layout), .. flags.Scheduler]);

        // The account's existence shows that the controllers run; pods could not be created before it either.
        var account = new Uri(ApiServerAddress, "api/v1/namespaces/default/serviceaccounts/default");
        await Readiness.WaitForOkAsync(client, account, controllers, cancellationToken);
    }

    public async Task RestartControllerManagerAsync(OptionalFlags flags)
    {
        if (controllerManager is { } former)
        {
            await former.StopAsync(TimeSpan.Zero);
            running.Remove(former);
        }

        StartControllerManager(flags);
    }

    public async Task StopApiServerAsync(TimeSpan grace)
    {
        if (apiServer is null)
        {
            return;
        }

        await apiServer.StopAsync(grace);
        running.Remove(apiServer);
        apiServer = null;
    }

    /// <summary>Runs a start under a deadline; when it passes, the message shows where everything stood.</summary>
    public async Task WithDeadlineAsync(TimeSpan timeout, Func<CancellationToken, Task> start, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(timeout);
        try
        {
            await start(deadline.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            var logs = running.Select(process => $"--- {process.Name}{(process.HasExited ? " (has ended)" : "")}\n{process.LogTail(8)}");
            throw new ControlPlaneException(
                $"The control plane is not ready after {timeout.TotalSeconds:0} s. Ends of the logs:\n{string.Join('\n', logs)}", e);
        }
    }

    /// <summary>Kills all, the store last: nothing is worth saving, and an orderly stop of the API server waits for its watchers.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var process in Enumerable.Reverse(running))
        {
            await process.DisposeAsync();
        }

        running.Clear();
        apiServer = null;
    }

    private static HttpClient NewEtcdClient() => new(new SocketsHttpHandler { UseProxy = false });

    private ChildProcess StartControllerManager(OptionalFlags flags) =>
        controllerManager = Start(
            binaries.ControllerManager,
            [.. ControlPlaneArguments.ControllerManager(layout), .. flags.ControllerManager, .. options.ControllerManagerArguments]);

    private ChildProcess Start(string program, IEnumerable<string> arguments)
    {
        var process = ChildProcess.Start(program, arguments, layout.Log(Path.GetFileName(program)));
        running.Add(process);
        return process;
    }
}
