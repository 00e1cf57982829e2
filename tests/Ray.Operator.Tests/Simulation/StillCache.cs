using k8s;
using k8s.Models;
using Kube;
using Kube.Runtime.Caching;

namespace Ray.Operator.Tests.Simulation;

/// <summary>A cache that shows what was true when it was last refreshed.</summary>
internal sealed class StillCache<T> : ILister<T>
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    private IReadOnlyList<T> _items = [];

    public void Refresh(IEnumerable<T> items) => _items = [.. items];

    public T? Get(ObjectKey key) => _items.FirstOrDefault(i => i.Metadata.NamespaceProperty == key.Namespace && i.Metadata.Name == key.Name);

    public IReadOnlyList<T> List(string? @namespace = null) => _items;

    public IReadOnlyList<T> ByIndex(string index, string value) => throw new ArgumentException("No such index.", nameof(index));

    public IReadOnlyList<T> OwnedBy(string ownerUid) =>
        [.. _items.Where(i => i.Metadata.OwnerReferences?.Any(o => o.Controller == true && o.Uid == ownerUid) == true)];
}
