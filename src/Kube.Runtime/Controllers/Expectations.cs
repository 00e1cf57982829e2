namespace Kube.Runtime.Controllers;

/// <summary>
/// What a controller has done and its cache may not show yet. A reconcile that plans while expectations are unmet plans on stale facts, and
/// makes twins.
/// </summary>
/// <typeparam name="TScope">What is counted together, such as a cluster and one of its groups.</typeparam>
/// <param name="createTimeout">
/// After this time a created object is no longer waited for: it may have come and gone unseen. Null for 30 s.
/// </param>
/// <remarks>Thread-safe.</remarks>
public sealed class Expectations<TScope>(TimeSpan? createTimeout = null)
    where TScope : notnull
{
    private readonly TimeSpan _createTimeout = createTimeout ?? TimeSpan.FromSeconds(30);
    private readonly Lock _lock = new();
    private readonly Dictionary<TScope, List<Expected>> _byScope = [];

    /// <summary>An object was created: the cache will show it.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="id">UID or name of the object, whichever the predicates of <see cref="Observe"/> look for.</param>
    /// <param name="now">The present.</param>
    public void ExpectCreate(TScope scope, string id, DateTimeOffset now) => Add(scope, new Expected(id, IsCreate: true, now + _createTimeout));

    /// <summary>An object was deleted: the cache will no longer show it, or show that it ends. Waited for without limit.</summary>
    public void ExpectDelete(TScope scope, string id) => Add(scope, new Expected(id, IsCreate: false, DateTimeOffset.MaxValue));

    /// <summary>Compares what is expected with a cache; drops what is met or has timed out.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="isPresent">Whether the cache shows the object of that id.</param>
    /// <param name="isGone">Whether the cache shows that the object of that id is gone, or ends.</param>
    /// <param name="now">The present.</param>
    /// <returns>The ids still waited for.</returns>
    public UnmetExpectations Observe(TScope scope, Func<string, bool> isPresent, Func<string, bool> isGone, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(isPresent);
        ArgumentNullException.ThrowIfNull(isGone);
        lock (_lock)
        {
            if (!_byScope.TryGetValue(scope, out var expected))
            {
                return UnmetExpectations.None;
            }

            expected.RemoveAll(one => now >= one.Until || (one.IsCreate ? isPresent(one.Id) : isGone(one.Id)));
            if (expected.Count == 0)
            {
                _byScope.Remove(scope);
                return UnmetExpectations.None;
            }

            return new(
                [.. expected.Where(one => one.IsCreate).Select(one => one.Id)],
                [.. expected.Where(one => !one.IsCreate).Select(one => one.Id)],
                expected.Min(one => one.Until));
        }
    }

    /// <summary>Drops a scope, as a rule because its owner is gone.</summary>
    public void Forget(TScope scope)
    {
        lock (_lock)
        {
            _byScope.Remove(scope);
        }
    }

    /// <summary>Drops all scopes that the predicate names, as a rule those of one owner.</summary>
    public void ForgetWhere(Func<TScope, bool> predicate)
    {
        lock (_lock)
        {
            foreach (var scope in _byScope.Keys.Where(predicate).ToArray())
            {
                _byScope.Remove(scope);
            }
        }
    }

    private void Add(TScope scope, Expected expected)
    {
        lock (_lock)
        {
            if (!_byScope.TryGetValue(scope, out var present))
            {
                _byScope[scope] = present = [];
            }

            present.Add(expected);
        }
    }

    private sealed record Expected(string Id, bool IsCreate, DateTimeOffset Until);
}

/// <summary>What a cache does not show yet.</summary>
/// <param name="Creates">Created objects that it lacks.</param>
/// <param name="Deletes">Deleted objects that it still has.</param>
/// <param name="NextTimeout">When the first of the creates is given up; look again then at the latest.</param>
public sealed record UnmetExpectations(IReadOnlyList<string> Creates, IReadOnlyList<string> Deletes, DateTimeOffset NextTimeout)
{
    /// <summary>Nothing is waited for.</summary>
    public static UnmetExpectations None { get; } = new([], [], DateTimeOffset.MaxValue);

    /// <summary>Whether the cache shows everything that was done.</summary>
    public bool AreMet => Creates.Count == 0 && Deletes.Count == 0;
}
