using k8s;
using k8s.Models;

namespace Kube.Runtime.Controllers;

/// <summary>
/// The usual predicates; <c>&amp;</c>, <c>|</c> and <c>!</c> combine them. Those named <c>...Changed</c> judge updates: new and vanished objects
/// always count.
/// </summary>
public static class Predicates
{
    /// <summary>The specification changed, or deletion began: both raise <c>metadata.generation</c>. Status writes do not.</summary>
    public static EventPredicate<T> GenerationChanged<T>()
        where T : class, IKubernetesObject<V1ObjectMeta> => Updates<T>(static (old, @new) =>
        old.Metadata?.Generation != @new.Metadata?.Generation || old.Metadata?.DeletionTimestamp != @new.Metadata?.DeletionTimestamp);

    /// <summary>Anything changed. Looks without a change, such as those of a resync, do not count.</summary>
    public static EventPredicate<T> ResourceVersionChanged<T>()
        where T : class, IKubernetesObject<V1ObjectMeta> => Updates<T>(static (old, @new) =>
        old.Metadata?.ResourceVersion != @new.Metadata?.ResourceVersion);

    /// <summary>A label changed.</summary>
    public static EventPredicate<T> LabelsChanged<T>()
        where T : class, IKubernetesObject<V1ObjectMeta> => Updates<T>(static (old, @new) => !Same(old.Metadata?.Labels, @new.Metadata?.Labels));

    /// <summary>An annotation changed.</summary>
    public static EventPredicate<T> AnnotationsChanged<T>()
        where T : class, IKubernetesObject<V1ObjectMeta> => Updates<T>(static (old, @new) =>
        !Same(old.Metadata?.Annotations, @new.Metadata?.Annotations));

    /// <summary>A finalizer was added or removed.</summary>
    public static EventPredicate<T> FinalizersChanged<T>()
        where T : class, IKubernetesObject<V1ObjectMeta> => Updates<T>(static (old, @new) =>
        !(old.Metadata?.Finalizers ?? []).SequenceEqual(@new.Metadata?.Finalizers ?? [], StringComparer.Ordinal));

    /// <summary>Deletion began: the object now waits for its finalizers, or for a pod to end.</summary>
    public static EventPredicate<T> DeletionBegan<T>()
        where T : class, IKubernetesObject<V1ObjectMeta> => Updates<T>(static (old, @new) =>
        old.Metadata?.DeletionTimestamp is null && @new.Metadata?.DeletionTimestamp is not null);

    /// <summary>A value that is read from the object changed, such as one field of its status.</summary>
    /// <param name="valueOf">Reads the value; a record or another type that compares by content.</param>
    public static EventPredicate<T> Changed<T, TValue>(Func<T, TValue> valueOf)
        where T : class => Updates<T>((old, @new) => !EqualityComparer<TValue>.Default.Equals(valueOf(old), valueOf(@new)));

    /// <summary>Only objects of which something holds. An update counts when it held before or holds after it: leaving is a change too.</summary>
    public static EventPredicate<T> Where<T>(Func<T, bool> holds)
        where T : class => new()
        {
            Added = holds,
            Updated = (old, @new) => holds(old) || holds(@new),
            Deleted = holds,
        };

    /// <summary>Only objects that a label selector chooses. An update counts when it chose the object before or chooses it after.</summary>
    /// <param name="selector">The selector; <c>"app=web,tier in (a,b)"</c> is one too.</param>
    /// <exception cref="FormatException">The selector was made of a string that is none.</exception>
    public static EventPredicate<T> LabelsMatch<T>(LabelSelector selector)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(selector);

        // Wrong selectors fail here and not at the first change.
        selector.Matches(null);
        return Where<T>(changed => selector.Matches(changed.Metadata?.Labels));
    }

    /// <summary>Only these updates; new and vanished objects always count.</summary>
    public static EventPredicate<T> Updates<T>(Func<T, T, bool> counts)
        where T : class => new() { Updated = counts };

    private static bool Same(IDictionary<string, string>? a, IDictionary<string, string>? b)
    {
        var (countOfA, countOfB) = (a?.Count ?? 0, b?.Count ?? 0);
        return countOfA == countOfB
            && (countOfA == 0 || a!.All(pair => b!.TryGetValue(pair.Key, out var value) && value == pair.Value));
    }
}
