namespace Kube.Runtime.Controllers;

/// <summary>Decides which changes of a kind wake a controller. <see cref="Predicates"/> has the usual ones.</summary>
/// <typeparam name="T">Type of the objects.</typeparam>
/// <remarks>
/// Called on the informer's loop: decide by the objects alone, and quickly. A change that is refused is not remembered: what it wanted must
/// show in a later one, or not matter.
/// </remarks>
public sealed class EventPredicate<T>
    where T : class
{
    /// <summary>Whether a new object counts. Default: always.</summary>
    public Func<T, bool> Added { get; init; } = static _ => true;

    /// <summary>Whether an update from one state to another counts. Default: always.</summary>
    public Func<T, T, bool> Updated { get; init; } = static (_, _) => true;

    /// <summary>Whether the end of an object counts. Default: always.</summary>
    public Func<T, bool> Deleted { get; init; } = static _ => true;

    /// <summary>Counts what both count.</summary>
    public EventPredicate<T> And(EventPredicate<T> other) => new()
    {
        Added = item => Added(item) && other.Added(item),
        Updated = (old, @new) => Updated(old, @new) && other.Updated(old, @new),
        Deleted = last => Deleted(last) && other.Deleted(last),
    };

    /// <summary>Counts what either counts.</summary>
    public EventPredicate<T> Or(EventPredicate<T> other) => new()
    {
        Added = item => Added(item) || other.Added(item),
        Updated = (old, @new) => Updated(old, @new) || other.Updated(old, @new),
        Deleted = last => Deleted(last) || other.Deleted(last),
    };

    /// <summary>Counts what this does not.</summary>
    public EventPredicate<T> Not() => new()
    {
        Added = item => !Added(item),
        Updated = (old, @new) => !Updated(old, @new),
        Deleted = last => !Deleted(last),
    };

    /// <summary>As <see cref="And"/>.</summary>
    public static EventPredicate<T> operator &(EventPredicate<T> left, EventPredicate<T> right) => left.And(right);

    /// <summary>As <see cref="Or"/>.</summary>
    public static EventPredicate<T> operator |(EventPredicate<T> left, EventPredicate<T> right) => left.Or(right);

    /// <summary>As <see cref="Not"/>.</summary>
    public static EventPredicate<T> operator !(EventPredicate<T> predicate) => predicate.Not();
}
