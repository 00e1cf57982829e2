namespace Kube.Runtime.Controllers;

/// <summary>Brings the world nearer to what one object asks for.</summary>
public interface IReconciler
{
    /// <summary>
    /// Compares what is with what shall be and acts. Never called twice at once for one key. It learns only the key, not what happened: it may
    /// be called for a vanished object, or when nothing changed.
    /// </summary>
    /// <param name="key">The object.</param>
    /// <param name="cancellationToken">Cancelled when the reconcile takes too long, or the process stops and does not wait any more.</param>
    /// <returns>When to look again. An exception means: again, with back-off.</returns>
    Task<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken);
}
