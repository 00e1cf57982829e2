using k8s;
using k8s.Models;
using Ray.Operator.RayClusters.Observing;

namespace Ray.Operator.Tests.Simulation;

/// <summary>The caches of the objects around the pods, which show what was true when they were last refreshed.</summary>
internal sealed class StillAround
{
    private readonly StillCache<V1ServiceAccount> _accounts = new();
    private readonly StillCache<V1Role> _roles = new();
    private readonly StillCache<V1RoleBinding> _bindings = new();
    private readonly StillCache<V1Ingress> _ingresses = new();
    private readonly StillCache<V1NetworkPolicy> _policies = new();
    private readonly StillCache<V1PersistentVolumeClaim> _claims = new();
    private readonly StillCache<V1Secret> _secrets = new();
    private readonly StillCache<V1Job> _jobs = new();

    public AroundCaches Caches => new(_accounts, _roles, _bindings, _ingresses, _policies, _claims, _secrets, _jobs);

    public void Refresh(IEnumerable<IKubernetesObject<V1ObjectMeta>> objects)
    {
        var all = objects.ToList();
        _accounts.Refresh(all.OfType<V1ServiceAccount>());
        _roles.Refresh(all.OfType<V1Role>());
        _bindings.Refresh(all.OfType<V1RoleBinding>());
        _ingresses.Refresh(all.OfType<V1Ingress>());
        _policies.Refresh(all.OfType<V1NetworkPolicy>());
        _claims.Refresh(all.OfType<V1PersistentVolumeClaim>());
        _secrets.Refresh(all.OfType<V1Secret>());
        _jobs.Refresh(all.OfType<V1Job>());
    }
}
