namespace Kube.Runtime.Webhooks;

/// <summary>Judges requests about one kind.</summary>
/// <typeparam name="T">Type of the objects.</typeparam>
public interface IAdmissionReviewer<T>
    where T : class
{
    /// <summary>
    /// Judges a request. In a mutating webhook it may change <see cref="AdmissionRequest{T}.Object"/>: the difference is sent as a JSON patch, so
    /// that fields that the type does not know stay. In a validating webhook changes have no effect.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancelled when the API server gives up waiting.</param>
    /// <returns>The decision. An exception refuses the request with 500, and is logged.</returns>
    ValueTask<AdmissionDecision> ReviewAsync(AdmissionRequest<T> request, CancellationToken cancellationToken);
}
