using k8s.Models;

namespace Ray.Operator.RayClusters.Observing;

/// <summary>A write whose effect the caches must show before the group that it belongs to is counted again.</summary>
/// <param name="Group">Group of the pod; <c>headgroup</c> for the head, <see cref="HeadServiceGroup"/> for the head service.</param>
/// <param name="Name">Name of the object; empty when a create request got no answer and the pod may or may not exist.</param>
/// <param name="Mark">UID of a pod; resource version before the write of an updated object; empty when the outcome is not known.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Until">
/// When the caches are no longer trusted to show it. The server is then asked about a pod; a head service is simply applied again.
/// </param>
internal sealed record Expectation(string Group, string Name, string Mark, ExpectedChange Kind, DateTimeOffset Until)
{
    /// <summary>Stands for the head service where a group is named. No worker group can have this name.</summary>
    public const string HeadServiceGroup = "(head service)";

    /// <summary>How long a change may take to show. Events normally arrive within milliseconds.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    /// <summary>How long after a create request without an answer the server is asked whether it made the pod after all.</summary>
    public static readonly TimeSpan DoubtTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Whether the time to wait for the caches is over.</summary>
    public bool IsOver(DateTimeOffset now) => now >= Until;

    /// <summary>Whether the caches show the change.</summary>
    /// <param name="cached">The object of that name in the cache; null when there is none.</param>
    public bool IsShown(V1ObjectMeta? cached) => Kind switch
    {
        ExpectedChange.Created => cached?.Uid == Mark,
        ExpectedChange.Deleted => cached is null || cached.Uid != Mark || cached.DeletionTimestamp is not null,
        ExpectedChange.Updated => cached is null || cached.ResourceVersion != Mark,
        _ => false,
    };
}

/// <summary>What was done to an object.</summary>
internal enum ExpectedChange
{
    /// <summary>Created: to be seen.</summary>
    Created,

    /// <summary>Deleted: to be seen terminating, or not at all.</summary>
    Deleted,

    /// <summary>Changed: to be seen with another resource version.</summary>
    Updated,

    /// <summary>A create request was sent and its outcome is not known.</summary>
    Doubtful,
}
