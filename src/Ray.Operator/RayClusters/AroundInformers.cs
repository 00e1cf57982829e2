using k8s.Models;
using Kube;
using Kube.Runtime.Controllers;
using Kube.Runtime.Watching;
using Microsoft.Extensions.Logging;
using Ray.Operator.RayClusters.Observing;

namespace Ray.Operator.RayClusters;

/// <summary>The caches of the objects around the pods, services excepted, kept fresh by watches.</summary>
/// <param name="transport">Reaches the API server.</param>
/// <param name="namespace">The namespace; null for all.</param>
/// <param name="loggers">Makes loggers.</param>
/// <param name="time">The clock.</param>
[Rbac<V1ServiceAccount>(RbacVerbs.List, RbacVerbs.Watch)]
[Rbac<V1Role>(RbacVerbs.List, RbacVerbs.Watch)]
[Rbac<V1RoleBinding>(RbacVerbs.List, RbacVerbs.Watch)]
[Rbac<V1Ingress>(RbacVerbs.List, RbacVerbs.Watch)]
[Rbac<V1NetworkPolicy>(RbacVerbs.List, RbacVerbs.Watch)]
[Rbac<V1PersistentVolumeClaim>(RbacVerbs.List, RbacVerbs.Watch)]
[Rbac<V1Secret>(RbacVerbs.List, RbacVerbs.Watch)]
[Rbac<V1Job>(RbacVerbs.List, RbacVerbs.Watch)]
internal sealed class AroundInformers(IApiTransport transport, string? @namespace, ILoggerFactory loggers, TimeProvider time)
{
    private const string MadeByUs = "app.kubernetes.io/created-by=kuberay-operator";

    private readonly Informer<V1ServiceAccount> _accounts = Of(BuiltInResources.ServiceAccounts, null, transport, @namespace, loggers, time);
    private readonly Informer<V1Role> _roles = Of(BuiltInResources.Roles, MadeByUs, transport, @namespace, loggers, time);
    private readonly Informer<V1RoleBinding> _bindings = Of(BuiltInResources.RoleBindings, MadeByUs, transport, @namespace, loggers, time);
    private readonly Informer<V1Ingress> _ingresses = Of(BuiltInResources.Ingresses, MadeByUs, transport, @namespace, loggers, time);
    private readonly Informer<V1NetworkPolicy> _policies =
        Of(BuiltInResources.NetworkPolicies, MadeByUs, transport, @namespace, loggers, time);

    private readonly Informer<V1PersistentVolumeClaim> _claims =
        Of(BuiltInResources.PersistentVolumeClaims, null, transport, @namespace, loggers, time);

    // Secrets of others are none of our business.
    private readonly Informer<V1Secret> _secrets = Of(BuiltInResources.Secrets, "ray.io/cluster", transport, @namespace, loggers, time);
    private readonly Informer<V1Job> _jobs =
        Of(BuiltInResources.Jobs, "ray.io/node-type=redis-cleanup", transport, @namespace, loggers, time);

    /// <summary>What snapshots read.</summary>
    public AroundCaches Caches => new(
        _accounts.Lister, _roles.Lister, _bindings.Lister, _ingresses.Lister, _policies.Lister, _claims.Lister, _secrets.Lister,
        _jobs.Lister);

    /// <summary>All informers, to be run by the host.</summary>
    public IReadOnlyList<IInformer> All => [_accounts, _roles, _bindings, _ingresses, _policies, _claims, _secrets, _jobs];

    /// <summary>All informers as parts of the host, in the order of <see cref="All"/>.</summary>
    public static int Count => 8;

    /// <summary>Lets changes of these objects wake the cluster that controls them.</summary>
    public ControllerBuilder OwnedIn(ControllerBuilder controller) => controller
        .Owns(_accounts).Owns(_roles).Owns(_bindings).Owns(_ingresses).Owns(_policies).Owns(_claims).Owns(_secrets).Owns(_jobs);

    private static Informer<T> Of<T>(
        ResourceType<T> type, string? selector, IApiTransport transport, string? @namespace, ILoggerFactory loggers, TimeProvider time)
        where T : class, k8s.IKubernetesObject<V1ObjectMeta> => new(
            transport, type, new InformerOptions { Namespace = @namespace, LabelSelector = selector is null ? null : (LabelSelector)selector },
            loggers.CreateLogger<Informer<T>>(), time);
}
