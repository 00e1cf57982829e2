using k8s.Models;

namespace Kube.Runtime.Events;

/// <summary>An event on its way to the server.</summary>
/// <param name="Key">What makes it the same as another; the note within is that of the event unless it stands for several.</param>
/// <param name="Regarding">The object that it is about.</param>
/// <param name="At">When it happened.</param>
/// <param name="Note">The note that is sent.</param>
internal sealed record PendingEvent(EventKey Key, V1ObjectReference Regarding, DateTime At, string Note);

/// <summary>What makes two events the same.</summary>
internal readonly record struct EventKey(
    string Namespace, string Kind, string Name, string Uid, EventType Type, string Reason, string Action, string Note);
