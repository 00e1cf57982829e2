using k8s;
using k8s.Models;
using Kube.Runtime.Watching;

namespace Kube.Runtime.Tests.Laws;

/// <summary>Believes what an informer tells its handlers, and notes what cannot be: an object that comes twice, or goes without having been there.</summary>
internal sealed class Mirror<T> : IResourceHandler<T>
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, T> _items = [];
    private readonly List<string> _contradictions = [];

    public IReadOnlyList<string> Contradictions
    {
        get
        {
            lock (_lock)
            {
                return [.. _contradictions];
            }
        }
    }

    public IReadOnlyList<string> Items
    {
        get
        {
            lock (_lock)
            {
                return [.. _items.Values.Select(LawKind.Print).Order(StringComparer.Ordinal)];
            }
        }
    }

    public void OnAdded(T item)
    {
        lock (_lock)
        {
            Check(_items.TryAdd(item.Metadata.Name, item), $"{item.Metadata.Name} was added twice");
        }
    }

    public void OnUpdated(T old, T @new)
    {
        lock (_lock)
        {
            Check(_items.TryGetValue(old.Metadata.Name, out var known) && ReferenceEquals(known, old), $"{old.Metadata.Name} changed from a state that was not told of");
            Check(old.Metadata.Uid == @new.Metadata.Uid, $"{old.Metadata.Name} became another object by a change");
            _items[@new.Metadata.Name] = @new;
        }
    }

    public void OnDeleted(T last)
    {
        lock (_lock)
        {
            Check(_items.Remove(last.Metadata.Name, out var known), $"{last.Metadata.Name} went without having been there");
            Check(known?.Metadata.Uid == last.Metadata.Uid, $"{last.Metadata.Name} went, and another had been there");
        }
    }

    public void OnUndecodable(UndecodableObject item) => Check(false, $"{item.Key} could not be read: {item.Problem}");

    public void OnUndecodableDeleted(UndecodableObject last) => Check(false, $"{last.Key} could not be read and went");

    private void Check(bool isSo, string contradiction)
    {
        if (!isSo)
        {
            _contradictions.Add(contradiction);
        }
    }
}
