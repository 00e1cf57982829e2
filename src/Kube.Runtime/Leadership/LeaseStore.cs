using k8s.Models;

namespace Kube.Runtime.Leadership;

/// <summary>Reads and writes one Lease.</summary>
internal sealed class LeaseStore(IApiTransport transport, string @namespace, string name)
{
    private readonly ResourceClient<V1Lease> _leases = new(transport, BuiltInResources.Leases);

    public string Key { get; } = $"{@namespace}/{name}";

    public string Namespace => @namespace;

    public string Name => name;

    /// <summary>The Lease; null when there is none.</summary>
    public Task<V1Lease?> FindAsync(CancellationToken cancellationToken) => _leases.FindAsync(name, @namespace, cancellationToken);

    /// <summary>Makes the Lease, or changes it if nobody did since it was read; null when somebody was faster.</summary>
    /// <param name="read">The Lease as it was read; null when there was none.</param>
    /// <param name="record">What it shall say.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public async Task<V1Lease?> TryWriteAsync(V1Lease? read, LeaseRecord record, CancellationToken cancellationToken)
    {
        try
        {
            return read is null
                ? await _leases.CreateAsync(record.On(New()), cancellationToken: cancellationToken).ConfigureAwait(false)
                : await _leases.ReplaceAsync(record.On(read), cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e) when (e.IsConflict || e.IsAlreadyExists || (e.IsNotFound && read is not null))
        {
            // Also when the Lease was deleted meanwhile: it is looked for anew.
            return null;
        }
    }

    private V1Lease New() => new() { Metadata = new() { Name = name, NamespaceProperty = @namespace } };
}
