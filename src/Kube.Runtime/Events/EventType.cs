namespace Kube.Runtime.Events;

/// <summary>Types of events.</summary>
public enum EventType
{
    /// <summary>Something that was meant to happen.</summary>
    Normal,

    /// <summary>Something that needs a person's eye.</summary>
    Warning,
}
