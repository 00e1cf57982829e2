using k8s.Models;

namespace Kube.Runtime.Events;

/// <summary>An event on its way to the server.</summary>
internal sealed record PendingEvent(EventKey Key, V1ObjectReference Regarding, DateTime At);

/// <summary>What makes two events the same.</summary>
internal readonly record struct EventKey(
    string Namespace, string Kind, string Name, string Uid, EventType Type, string Reason, string Action, string Note);
