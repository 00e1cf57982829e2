using System.Globalization;
using Kube;

namespace Ray.DevEnvironment.Chaos;

/// <summary>Something that was done.</summary>
/// <param name="At">When.</param>
/// <param name="Action">Kind of action.</param>
/// <param name="Cluster">The cluster that it was done to; null for all.</param>
/// <param name="Detail">To what, and how.</param>
public sealed record JournalEntry(DateTimeOffset At, string Action, ObjectKey? Cluster, string Detail)
{
    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{At:HH:mm:ss.fff} {Action}{(Cluster is { } key ? $" {key}" : "")} {Detail}").TrimEnd();
}

/// <summary>What was done, in order. Written by one and read by another at the same time.</summary>
public sealed class Journal
{
    private readonly Lock _lock = new();
    private readonly List<JournalEntry> _entries = [];

    /// <summary>Everything so far.</summary>
    public IReadOnlyList<JournalEntry> Entries
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries];
            }
        }
    }

    /// <summary>Notes an action, before it is done.</summary>
    public void Add(string action, ObjectKey? cluster = null, string detail = "")
    {
        lock (_lock)
        {
            _entries.Add(new(TimeProvider.System.GetUtcNow(), action, cluster, detail));
        }
    }

    /// <summary>The last actions that may have to do with a cluster: its own, and those that every cluster felt.</summary>
    public IReadOnlyList<JournalEntry> LastOf(ObjectKey? cluster, int count) =>
        [.. Entries.Where(entry => entry.Cluster is null || cluster is null || entry.Cluster == cluster).TakeLast(count)];
}
