using k8s;
using k8s.Models;

namespace Kube.Runtime.Controllers;

/// <summary>Decides whether an update of an object is worth a reconcile. New and vanished objects always are.</summary>
/// <typeparam name="T">Type of the objects.</typeparam>
/// <param name="old">State before.</param>
/// <param name="new">State after.</param>
public delegate bool ChangePredicate<in T>(T old, T @new);

/// <summary>The usual predicates. Combine them with <see cref="Or{T}"/>.</summary>
public static class ChangePredicates
{
    /// <summary>The specification changed, or deletion began: both raise <c>metadata.generation</c>. Status writes do not.</summary>
    public static bool GenerationChanged<T>(T old, T @new)
        where T : IKubernetesObject<V1ObjectMeta> =>
        old.Metadata?.Generation != @new.Metadata?.Generation
        || old.Metadata?.DeletionTimestamp != @new.Metadata?.DeletionTimestamp;

    /// <summary>A label changed.</summary>
    public static bool LabelsChanged<T>(T old, T @new)
        where T : IKubernetesObject<V1ObjectMeta> => !Same(old.Metadata?.Labels, @new.Metadata?.Labels);

    /// <summary>An annotation changed.</summary>
    public static bool AnnotationsChanged<T>(T old, T @new)
        where T : IKubernetesObject<V1ObjectMeta> => !Same(old.Metadata?.Annotations, @new.Metadata?.Annotations);

    /// <summary>A finalizer was added or removed.</summary>
    public static bool FinalizersChanged<T>(T old, T @new)
        where T : IKubernetesObject<V1ObjectMeta> =>
        !(old.Metadata?.Finalizers ?? []).SequenceEqual(@new.Metadata?.Finalizers ?? [], StringComparer.Ordinal);

    /// <summary>At least one of the predicates holds.</summary>
    public static ChangePredicate<T> Or<T>(params ChangePredicate<T>[] predicates) =>
        (old, @new) => Array.Exists(predicates, predicate => predicate(old, @new));

    private static bool Same(IDictionary<string, string>? a, IDictionary<string, string>? b)
    {
        var (countOfA, countOfB) = (a?.Count ?? 0, b?.Count ?? 0);
        return countOfA == countOfB
            && (countOfA == 0 || a!.All(pair => b!.TryGetValue(pair.Key, out var value) && value == pair.Value));
    }
}
