using k8s.Models;
using Kube;
using Ray.DevEnvironment;

namespace Ray.Benchmarks.Scale;

/// <summary>A namespace for one run. Its objects are deleted with it, and waited for: the next run shall find the server as empty as this one did.</summary>
internal sealed class ScratchNamespace : IAsyncDisposable
{
    private readonly RayEnvironment _environment;
    private readonly string _name;

    private ScratchNamespace(RayEnvironment environment, string name) => (_environment, _name) = (environment, name);

    public static async Task<ScratchNamespace> CreateAsync(RayEnvironment environment, string name, CancellationToken cancellationToken)
    {
        await new ResourceClient<V1Namespace>(environment.Transport, BuiltInResources.Namespaces)
            .CreateAsync(new V1Namespace { Metadata = new V1ObjectMeta { Name = name } }, null, cancellationToken);
        return new(environment, name);
    }

    public async ValueTask DisposeAsync() =>
        await _environment.Kubectl.RunAsync(["delete", "namespace", _name, "--wait=true"], null, CancellationToken.None);
}
