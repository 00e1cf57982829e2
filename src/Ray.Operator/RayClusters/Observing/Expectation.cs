using k8s;
using k8s.Models;

namespace Ray.Operator.RayClusters.Observing;

/// <summary>A write whose effect the caches must show before the group that it belongs to is counted again.</summary>
/// <param name="Group">Group of the pod; <c>headgroup</c> for the head, what <see cref="GroupOf"/> gives for other objects.</param>
/// <param name="Name">Name of the object; empty when a create request got no answer and the pod may or may not exist.</param>
/// <param name="Mark">UID of a pod; resource version before the write of an updated object; empty when the outcome is not known.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Until">
/// When the caches are no longer trusted to show it. The server is then asked about a pod; another object is simply written again.
/// </param>
internal sealed record Expectation(string Group, string Name, string Mark, ExpectedChange Kind, DateTimeOffset Until)
{
    /// <summary>Stands for services where a group is named. No worker group can have this name.</summary>
    public const string HeadServiceGroup = "(service)";

    /// <summary>What stands for an object around the pods where a group is named.</summary>
    public static string GroupOf(IKubernetesObject<V1ObjectMeta> resource) => resource switch
    {
        V1Service => HeadServiceGroup,
        V1ServiceAccount => "(account)",
        V1Role => "(role)",
        V1RoleBinding => "(binding)",
        V1Ingress => "(ingress)",
        V1NetworkPolicy => "(policy)",
        V1PersistentVolumeClaim => "(claim)",
        V1Secret => "(secret)",
        V1Job => "(job)",
        _ => throw new ArgumentException($"{resource.Kind} is no object around the pods.", nameof(resource)),
    };

    /// <summary>Whether it is of an object around the pods, not of a pod.</summary>
    public bool IsAroundPods => Group.StartsWith('(');

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

    /// <summary>Found to exist, though the caches, which hold only what the operator labelled, will never show it.</summary>
    Elsewhere,

    /// <summary>A create request was sent and its outcome is not known.</summary>
    Doubtful,
}
