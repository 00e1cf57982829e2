using System.Threading.Channels;
using k8s;
using k8s.Models;
using Kube.Runtime.Caching;
using Kube.Runtime.Controllers;
using Kube.Runtime.Watching;
using Microsoft.Extensions.DependencyInjection;

namespace Kube.Runtime.Hosting;

/// <summary>
/// Says which kinds a controller in a service collection watches. For each kind it registers what a reconciler asks for in its constructor:
/// the <see cref="Informer{T}"/>, its <see cref="ILister{T}"/> and a <see cref="ResourceClient{T}"/>, of the first to name a type. Controllers that
/// watch the same kind in the same namespace with the same selectors share one informer: the first sets its other options.
/// </summary>
public sealed class ControllerRegistration
{
    private readonly IServiceCollection _services;
    private readonly List<Action<IServiceProvider, ControllerBuilder>> _steps = [];

    internal ControllerRegistration(IServiceCollection services) => _services = services;

    /// <summary>The kind whose keys are reconciled. Called once.</summary>
    /// <param name="type">The kind.</param>
    /// <param name="options">What to watch; null for everything.</param>
    /// <param name="predicate">Which changes count; null for updates of the spec, the labels or the annotations, and for all that come and go.</param>
    public ControllerRegistration For<T>(ResourceType<T> type, InformerOptions? options = null, EventPredicate<T>? predicate = null)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        Add(type, options, (informer, builder) => builder.For(informer, predicate ?? AskedFor<T>()));

    /// <summary>A kind whose objects belong to the primary kind: a change wakes the object that owns them.</summary>
    /// <param name="type">The kind.</param>
    /// <param name="options">What to watch; null for everything. A label selector keeps foreign objects out of the cache.</param>
    /// <param name="predicate">Which changes count; null for all.</param>
    /// <param name="match">Whether only the owner that controls an object is woken, or every one that it names.</param>
    public ControllerRegistration Owns<T>(
        ResourceType<T> type, InformerOptions? options = null, EventPredicate<T>? predicate = null, OwnerMatch match = OwnerMatch.Controller)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        Add(type, options, (informer, builder) => builder.Owns(informer, predicate, match));

    /// <summary>Any other kind, with a function that says whom a change concerns.</summary>
    /// <param name="type">The kind.</param>
    /// <param name="keysOf">The primary objects that an object of this kind concerns.</param>
    /// <param name="options">What to watch; null for everything.</param>
    /// <param name="predicate">Which changes count; null for all.</param>
    public ControllerRegistration Watches<T>(
        ResourceType<T> type, Func<T, IEnumerable<ObjectKey>> keysOf, InformerOptions? options = null, EventPredicate<T>? predicate = null)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        Add(type, options, (informer, builder) => builder.Watches(informer, keysOf, predicate));

    /// <summary>Keys from outside of the cluster, such as those of a web hook or a timer.</summary>
    /// <param name="keysOf">Finds the channel, as a rule by asking for the service that writes into it.</param>
    public ControllerRegistration Watches(Func<IServiceProvider, ChannelReader<ObjectKey>> keysOf)
    {
        _steps.Add((provider, builder) => builder.Watches(keysOf(provider)));
        return this;
    }

    /// <summary>Anything else that the builder offers: workers, timeouts, undecodable objects.</summary>
    public ControllerRegistration Configure(Action<ControllerBuilder> configure)
    {
        _steps.Add((_, builder) => configure(builder));
        return this;
    }

    internal void Apply(IServiceProvider provider, ControllerBuilder builder)
    {
        foreach (var step in _steps)
        {
            step(provider, builder);
        }
    }

    // A status write is the controller's own doing: waking for it would only cost a look.
    private static EventPredicate<T> AskedFor<T>()
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        Predicates.GenerationChanged<T>() | Predicates.LabelsChanged<T>() | Predicates.AnnotationsChanged<T>();

    private ControllerRegistration Add<T>(ResourceType<T> type, InformerOptions? options, Action<Informer<T>, ControllerBuilder> use)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        if (!_services.Any(service => service.ServiceType == typeof(ILister<T>)))
        {
            _services.AddSingleton(provider => provider.GetRequiredService<Informer<T>>().Lister);
            _services.AddSingleton(provider => new ResourceClient<T>(provider.GetRequiredService<IApiTransport>(), type));
        }

        if (!_services.Any(service => service.ServiceType == typeof(Informer<T>)))
        {
            _services.AddInformer(type, options);
        }
        else
        {
            _services.AddSingleton<IInformer>(provider => Informer(provider, type, options));
        }

        _steps.Add((provider, builder) => use(Informer(provider, type, options), builder));
        return this;
    }

    private static Informer<T> Informer<T>(IServiceProvider provider, ResourceType<T> type, InformerOptions? options)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        // Those that were added by hand come first: they may have indexes, which cannot be added to a cache that is there.
        _ = provider.GetServices<Informer<T>>();
        return provider.GetRequiredService<SharedInformers>().For(type, options);
    }
}
