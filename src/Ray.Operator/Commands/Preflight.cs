using k8s;
using k8s.Models;
using Kube;
using Ray.Api.V1;
using Ray.Operator.Options;

namespace Ray.Operator.Commands;

/// <summary>Finds out before the start what would keep the operator from working, and says what to do about it.</summary>
internal static class Preflight
{
    private static readonly ListOptions s_oneItem = new() { Limit = 1 };

    /// <summary>Reads one item of each kind that the operator watches, and the lease if it competes for one.</summary>
    /// <exception cref="PreflightException">The server is not usable; the message says why.</exception>
    public static async Task CheckAsync(IApiTransport transport, OperatorOptions options, CancellationToken cancellationToken)
    {
        foreach (var @namespace in options.Namespaces.DefaultIfEmpty())
        {
            await CheckClustersAsync(transport, options, @namespace, cancellationToken);
            await CheckAsync(new ResourceClient<V1Pod>(transport, BuiltInResources.Pods), @namespace, cancellationToken);
            await CheckAsync(new ResourceClient<V1Service>(transport, BuiltInResources.Services), @namespace, cancellationToken);
        }

        if (OperatorLease.ElectionOf(options) is { } election)
        {
            await CheckLeaseAsync(transport, election.Namespace ?? transport.DefaultNamespace, cancellationToken);
        }
    }

    // An operator that may not read the lease would stand by for ever.
    private static async Task CheckLeaseAsync(IApiTransport transport, string @namespace, CancellationToken cancellationToken)
    {
        try
        {
            await new ResourceClient<V1Lease>(transport, BuiltInResources.Leases).FindAsync(OperatorLease.Name, @namespace, cancellationToken);
        }
        catch (ApiException e)
        {
            throw new PreflightException(
                $"Cannot read the lease {@namespace}/{OperatorLease.Name}, by which one of several operators is chosen: {e.Message}. Grant it "
                + "(deploy/rbac), name another namespace with --leader-election-namespace, or run one operator alone with "
                + "--enable-leader-election=false.",
                e);
        }
    }

    // Clusters that are still stored as v1alpha1 are converted by the operator itself, which is not there yet: the informer asks again when it is.
    private static async Task CheckClustersAsync(
        IApiTransport transport, OperatorOptions options, string? @namespace, CancellationToken cancellationToken)
    {
        try
        {
            await CheckAsync(new ResourceClient<RayCluster>(transport, RayCluster.ResourceType), @namespace, cancellationToken);
        }
        catch (PreflightException e) when (options.EnableWebhooks && e.InnerException is ApiException { Code: System.Net.HttpStatusCode.InternalServerError })
        {
        }
    }

    private static async Task CheckAsync<T>(ResourceClient<T> client, string? @namespace, CancellationToken cancellationToken)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        try
        {
            await client.ListAsync(@namespace, s_oneItem, cancellationToken);
        }
        catch (ApiException e)
        {
            throw new PreflightException(Explain(client.Type.Definition, @namespace, e), e);
        }
    }

    private static string Explain(ResourceDefinition resource, string? @namespace, ApiException e)
    {
        var where = @namespace is null ? "in all namespaces" : $"in namespace {@namespace}";
        if (e.IsNotFound)
        {
            return $"The API server does not know {resource} {resource.Version}. Install the kind: kubectl apply -f crd/";
        }

        return e.IsForbidden || e.Code == System.Net.HttpStatusCode.Unauthorized
            ? $"Not permitted to list {resource} {where}: {e.Message}. "
                + "Grant it (deploy/rbac), or serve fewer namespaces with --watch-namespace."
            : $"Cannot list {resource} {where}: {e.Message}";
    }
}
