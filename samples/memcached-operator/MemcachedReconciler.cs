using k8s.Models;
using Kube;
using Kube.Runtime.Caching;
using Kube.Runtime.Controllers;

namespace MemcachedOperator;

/// <summary>Keeps one deployment for each Memcached, and the status true.</summary>
[Rbac<Memcached>(RbacVerbs.Get, RbacVerbs.List, RbacVerbs.Watch)]
[Rbac<Memcached>(RbacVerbs.Patch, Subresource = "status")]
[Rbac<Memcached>(RbacVerbs.Update, Subresource = "finalizers")] // Some servers ask for it of whoever makes a Memcached the owner of something.
[Rbac<V1Deployment>(RbacVerbs.List, RbacVerbs.Watch, RbacVerbs.Create, RbacVerbs.Patch)]
internal sealed class MemcachedReconciler(
    ILister<Memcached> caches, ILister<V1Deployment> deployments, ResourceClient<Memcached> client, ResourceClient<V1Deployment> deploymentClient)
    : IReconciler
{
    private static readonly WriteOptions s_apply = new() { FieldManager = "memcached-operator", Force = true };

    public async Task<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        // A deleted Memcached takes its deployment along: the garbage collector follows the owner reference.
        if (caches.Get(key) is not { Metadata.DeletionTimestamp: null, Spec: not null } cache)
        {
            return ReconcileResult.Done;
        }

        var wanted = Desired(cache);
        var deployment = deployments.Get(key);
        if (deployment is null || Differs(deployment, wanted))
        {
            deployment = await deploymentClient.ApplyAsync(wanted, s_apply, cancellationToken);
        }

        var status = new MemcachedStatus
        {
            ObservedGeneration = cache.Metadata.Generation,
            ReadyReplicas = deployment.Status?.ReadyReplicas ?? 0,
        };
        if (cache.Status != status)
        {
            await client.UpdateStatusAsync(key.Name, key.Namespace, latest => latest.Status = status, cancellationToken: cancellationToken);
        }

        return ReconcileResult.Done;
    }

    private static bool Differs(V1Deployment actual, V1Deployment wanted) =>
        actual.Spec.Replicas != wanted.Spec.Replicas
        || actual.Spec.Template.Spec.Containers[0] is var container && wanted.Spec.Template.Spec.Containers[0] is var want
        && (container.Image != want.Image || !(container.Args ?? []).SequenceEqual(want.Args));

    private static V1Deployment Desired(Memcached cache)
    {
        var labels = new Dictionary<string, string> { ["app.kubernetes.io/name"] = "memcached", ["app.kubernetes.io/instance"] = cache.Metadata.Name };
        return new()
        {
            Metadata = new()
            {
                Name = cache.Metadata.Name,
                NamespaceProperty = cache.Metadata.NamespaceProperty,
                Labels = labels,
                OwnerReferences = [Memcached.ResourceType.ControllerReferenceTo(cache)],
            },
            Spec = new()
            {
                Replicas = cache.Spec!.Size,
                Selector = new() { MatchLabels = labels },
                Template = new()
                {
                    Metadata = new() { Labels = labels },
                    Spec = new()
                    {
                        Containers =
                        [
                            new()
                            {
                                Name = "memcached",
                                Image = cache.Spec.Image,
                                Args = [$"--memory-limit={cache.Spec.MemoryMegabytes}"],
                                Ports = [new() { Name = "memcached", ContainerPort = 11211, Protocol = "TCP" }],
                            },
                        ],
                    },
                },
            },
        };
    }
}
