using Ray.DevEnvironment;

namespace Ray.EndToEnd.Webhooks;

/// <summary>A control plane of its own that asks its operator: what breaks there disturbs no other test.</summary>
public sealed class WebhookFixture : IAsyncLifetime
{
    private readonly int _port = FreePort.One();
    private int _namespaces;
    private OperatorProcess? _operator;

    public RayEnvironment Environment { get; private set; } = null!;

    public Kubectl Kubectl => Environment.Kubectl;

    public OperatorProcess Operator => _operator ?? throw new InvalidOperationException("No operator runs.");

    public Uri Webhooks => new($"https://127.0.0.1:{_port}");

    public async ValueTask InitializeAsync()
    {
        Environment = await RayEnvironment.StartAsync();
        await WebhookInstallation.InstallAsync(Kubectl, _port, CancellationToken.None);
        await StartOperatorAsync();
    }

    public async Task StartOperatorAsync()
    {
        _operator = await Environment.StartOperatorAsync(Environment.OperatorKubeConfig, WebhookInstallation.OptionsOf(_port), CancellationToken.None);
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await WebhookInstallation.WaitUntilTrustedAsync(Kubectl, deadline.Token);
    }

    public async Task StopOperatorAsync()
    {
        await Operator.KillAsync();
        await Operator.DisposeAsync();
    }

    public async Task<string> NewNamespaceAsync()
    {
        var name = $"webhook-{Interlocked.Increment(ref _namespaces)}";
        await Kubectl.RunAsync(["create", "namespace", name]);
        return name;
    }

    public async ValueTask DisposeAsync()
    {
        if (_operator is not null)
        {
            await _operator.DisposeAsync();
        }

        // The log goes with the environment; a failed run needs its end.
        await Console.Out.WriteLineAsync($"The log of the operator with webhooks ended:\n{await Environment.OperatorLogTailAsync()}");
        await Environment.DisposeAsync();
    }
}
