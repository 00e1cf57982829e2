using Microsoft.Extensions.Logging;

namespace Kube.Runtime.Watching;

/// <summary>The handlers of one informer. A handler that fails disturbs no other. Not thread-safe: its owner locks.</summary>
internal sealed class HandlerList<T>(string owner, ILogger logger)
    where T : class
{
    private IResourceHandler<T>[] _handlers = [];

    public void Add(IResourceHandler<T> handler) => _handlers = [.. _handlers, handler];

    public void Remove(IResourceHandler<T> handler) => _handlers = [.. _handlers.Where(other => !ReferenceEquals(other, handler))];

    /// <summary>Tells all of an event that has one object, or an old one and a new one.</summary>
    public void TellAll<TEvent>(TEvent what, Action<IResourceHandler<T>, TEvent> tell)
    {
        foreach (var handler in _handlers)
        {
            Tell(handler, what, tell);
        }
    }

    public void Tell<TEvent>(IResourceHandler<T> handler, TEvent what, Action<IResourceHandler<T>, TEvent> tell)
    {
        try
        {
            tell(handler, what);
        }
        catch (Exception e)
        {
            logger.LogError(e, "A handler of the {Name} failed; the others and later changes are not affected.", owner);
        }
    }
}
