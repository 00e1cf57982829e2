using Kube.Runtime.Controllers;

namespace Kube.Runtime.Tests.Controllers;

/// <summary>A reconciler that a test writes where it uses it.</summary>
internal sealed class DelegateReconciler(Func<ObjectKey, CancellationToken, Task<ReconcileResult>> reconcile) : IReconciler
{
    public Task<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken) => reconcile(key, cancellationToken);
}
