using Kube.Testing;
using Ray.DevEnvironment;

namespace Ray.EndToEnd.Monitoring;

/// <summary>
/// An operator in place of that of the other tests, installed as <c>deploy/monitoring</c> does: it takes part in the election and tells of single
/// clusters. It finds the API server by name, so that name resolution is measured too, and by way of a network that can break.
/// </summary>
internal sealed class MeteredOperator : IAsyncDisposable
{
    private readonly OperatorFixture _fixture;
    private readonly FaultyNetwork _network;
    private readonly OperatorProcess _process;
    private readonly HttpClient _client = new();

    private MeteredOperator(OperatorFixture fixture, FaultyNetwork network, OperatorProcess process) =>
        (_fixture, _network, _process) = (fixture, network, process);

    /// <summary>Where its metrics are served.</summary>
    public Uri Metrics => _process.Metrics;

    public static async Task<MeteredOperator> StartAsync(OperatorFixture fixture, CancellationToken cancellationToken)
    {
        var server = fixture.Environment.ControlPlane.BaseAddress;
        var network = new FaultyNetwork(server);
        var kubeConfig = $"{fixture.Environment.OperatorKubeConfig}-by-name";
        var text = await File.ReadAllTextAsync(fixture.Environment.OperatorKubeConfig, cancellationToken);
        text = text.Replace(server.Authority, $"localhost:{network.Address.Port}", StringComparison.Ordinal);
        await File.WriteAllTextAsync(kubeConfig, text, cancellationToken);

        await fixture.KillOperatorAsync();
        string[] options = ["--enable-metrics", $"--leader-election-namespace={RayEnvironment.OperatorNamespace}"];
        try
        {
            return new(fixture, network, await fixture.Environment.StartOperatorAsync(kubeConfig, options, cancellationToken));
        }
        catch
        {
            await network.DisposeAsync();
            await fixture.StartOperatorAsync();
            throw;
        }
    }

    /// <summary>What <c>/metrics</c> says now.</summary>
    public Task<string> ReadAsync() => _client.GetStringAsync(Metrics);

    /// <summary>Cuts its connections to the API server; it may make new ones.</summary>
    public void Cut() => _network.Cut();

    public async ValueTask DisposeAsync()
    {
        // In order, so that nobody after it waits for its lease to run out.
        await _process.StopAsync();
        await _process.DisposeAsync();
        await _network.DisposeAsync();
        _client.Dispose();
        await _fixture.StartOperatorAsync();
    }
}
