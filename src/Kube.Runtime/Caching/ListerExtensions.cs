using k8s;
using k8s.Models;

namespace Kube.Runtime.Caching;

/// <summary>Further ways to read a cache.</summary>
public static class ListerExtensions
{
    /// <summary>The cache as seen from one namespace.</summary>
    public static NamespaceLister<T> InNamespace<T>(this ILister<T> lister, string @namespace)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(lister);
        ArgumentException.ThrowIfNullOrEmpty(@namespace);
        return new(lister, @namespace);
    }

    /// <summary>
    /// The objects that a label selector chooses; ordered by key. Looks at every object of the namespace: what is asked for often deserves
    /// an index.
    /// </summary>
    /// <param name="lister">The cache.</param>
    /// <param name="selector">The selector.</param>
    /// <param name="namespace">Namespace; null for all.</param>
    public static IReadOnlyList<T> Matching<T>(this ILister<T> lister, LabelSelector selector, string? @namespace = null)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(lister);
        ArgumentNullException.ThrowIfNull(selector);
        return [.. lister.List(@namespace).Where(item => selector.Matches(item.Metadata?.Labels))];
    }
}

/// <summary>A cache as seen from one namespace.</summary>
/// <typeparam name="T">Type of the objects.</typeparam>
/// <param name="Lister">The cache.</param>
/// <param name="Namespace">The namespace.</param>
public readonly record struct NamespaceLister<T>(ILister<T> Lister, string Namespace)
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    /// <summary>The object of that name; null when the cache has none.</summary>
    public T? Get(string name) => Lister.Get(new(Namespace, name));

    /// <summary>All objects of the namespace; ordered by name.</summary>
    public IReadOnlyList<T> List() => Lister.List(Namespace);

    /// <summary>The objects of the namespace that a label selector chooses; ordered by name.</summary>
    public IReadOnlyList<T> Matching(LabelSelector selector) => Lister.Matching(selector, Namespace);
}
