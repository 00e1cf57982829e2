using System.Threading.Channels;
using Kube;
using Kube.Runtime.Watching;

namespace Ray.Operator.Commands.Local;

/// <summary>Wakes one reader when anything changed since it last looked; many changes are one.</summary>
internal sealed class ChangeSignal : IResourceHandler<object>
{
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Waits for the next change.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken) => await _changes.Reader.ReadAsync(cancellationToken);

    /// <inheritdoc/>
    public void OnAdded(object item) => Set();

    /// <inheritdoc/>
    public void OnUpdated(object old, object @new) => Set();

    /// <inheritdoc/>
    public void OnDeleted(object last) => Set();

    /// <inheritdoc/>
    public void OnUndecodable(UndecodableObject item) => Set();

    /// <inheritdoc/>
    public void OnUndecodableDeleted(UndecodableObject last) => Set();

    private void Set() => _changes.Writer.TryWrite(true);
}
