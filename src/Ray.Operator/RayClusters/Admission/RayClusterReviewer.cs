using Kube.Runtime.Webhooks;
using Ray.Api.V1;
using Ray.Operator.Options;

namespace Ray.Operator.RayClusters.Admission;

/// <summary>Tells authors at once what the operator would tell them by an event later.</summary>
/// <param name="settings">Settings of the operator: gates decide about some fields.</param>
internal sealed class RayClusterReviewer(OperatorSettings settings) : IAdmissionReviewer<RayCluster>
{
    public ValueTask<AdmissionDecision> ReviewAsync(AdmissionRequest<RayCluster> request, CancellationToken cancellationToken) =>
        ValueTask.FromResult(ClusterAdmission.Decide(request, settings));
}
