using k8s;
using k8s.Models;
using Kube;
using Kube.Runtime.Caching;

namespace Ray.Operator.RayClusters.Observing;

/// <summary>The caches of the objects around the pods, services excepted.</summary>
/// <param name="Accounts">Service accounts, all of them: that one exists which a user made must be seen.</param>
/// <param name="Roles">Roles that the operator made.</param>
/// <param name="Bindings">Role bindings that the operator made.</param>
/// <param name="Ingresses">Ingresses that the operator made.</param>
/// <param name="Policies">Network policies that the operator made.</param>
/// <param name="Claims">Volume claims, all of them: that one exists which a user made must be seen.</param>
/// <param name="Secrets">Secrets of clusters.</param>
/// <param name="Jobs">Jobs that clear Redis.</param>
internal sealed record AroundCaches(
    ILister<V1ServiceAccount> Accounts, ILister<V1Role> Roles, ILister<V1RoleBinding> Bindings, ILister<V1Ingress> Ingresses,
    ILister<V1NetworkPolicy> Policies, ILister<V1PersistentVolumeClaim> Claims, ILister<V1Secret> Secrets, ILister<V1Job> Jobs)
{
    /// <summary>All that a cluster controls.</summary>
    public IEnumerable<IKubernetesObject<V1ObjectMeta>> OwnedBy(string uid) =>
    [
        .. Accounts.OwnedBy(uid), .. Roles.OwnedBy(uid), .. Bindings.OwnedBy(uid), .. Ingresses.OwnedBy(uid), .. Policies.OwnedBy(uid),
        .. Claims.OwnedBy(uid), .. Secrets.OwnedBy(uid), .. Jobs.OwnedBy(uid),
    ];

    /// <summary>The objects of a name that the caches show, of every kind.</summary>
    public IEnumerable<IKubernetesObject<V1ObjectMeta>> Named(ObjectKey key) =>
        new IKubernetesObject<V1ObjectMeta>?[]
        {
            Accounts.Get(key), Roles.Get(key), Bindings.Get(key), Ingresses.Get(key), Policies.Get(key), Claims.Get(key), Secrets.Get(key),
            Jobs.Get(key),
        }.OfType<IKubernetesObject<V1ObjectMeta>>();
}
