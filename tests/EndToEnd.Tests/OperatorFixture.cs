using k8s.Models;
using Kube;
using Ray.DevEnvironment;

namespace Ray.EndToEnd;

/// <summary>The real control plane and a running operator, shared by all tests.</summary>
public sealed class OperatorFixture : IAsyncLifetime
{
    private RayEnvironment? _environment;
    private OperatorProcess? _operator;
    private int _namespaces;

    public RayEnvironment Environment => _environment ?? throw new InvalidOperationException("The control plane is not up.");

    public OperatorProcess Operator => _operator ?? throw new InvalidOperationException("No operator runs.");

    public Kubectl Kubectl => Environment.Kubectl;

    public ResourceClient<V1Pod> Pods { get; private set; } = null!;

    public ResourceClient<V1Service> Services { get; private set; } = null!;

    public ResourceClient<Eventsv1Event> Events { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _environment = await RayEnvironment.StartAsync();
        Pods = new(_environment.Transport, BuiltInResources.Pods);
        Services = new(_environment.Transport, BuiltInResources.Services);
        Events = new(_environment.Transport, BuiltInResources.Events);
        await StartOperatorAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_operator is not null)
        {
            await _operator.DisposeAsync();
        }

        if (_environment is not null)
        {
            // The log goes with the environment; a failed run needs its end.
            await Console.Out.WriteLineAsync($"The operator's log ended:\n{await _environment.OperatorLogTailAsync()}");
            await _environment.DisposeAsync();
        }
    }

    public async Task StartOperatorAsync() => _operator = await Environment.StartOperatorAsync();

    public async Task KillOperatorAsync()
    {
        await Operator.KillAsync();
        await Operator.DisposeAsync();
    }

    /// <summary>A namespace that no other test uses.</summary>
    public async Task<string> NewNamespaceAsync()
    {
        var name = $"test-{Interlocked.Increment(ref _namespaces)}";
        var namespaces = new ResourceClient<V1Namespace>(Environment.Transport, BuiltInResources.Namespaces);
        await namespaces.CreateAsync(new V1Namespace { Metadata = new V1ObjectMeta { Name = name } });
        return name;
    }

    /// <summary>The pods of a namespace that are not on their way out.</summary>
    public async Task<IReadOnlyList<V1Pod>> LivePodsAsync(string @namespace)
    {
        var pods = await Pods.ListAsync(@namespace);
        return [.. pods.Items.Where(pod => pod.Metadata.DeletionTimestamp is null)];
    }
}
