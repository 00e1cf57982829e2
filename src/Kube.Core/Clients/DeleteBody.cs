using k8s.Models;

namespace Kube;

/// <summary>Writes <see cref="DeleteOptions"/> in the API's own type.</summary>
internal static class DeleteBody
{
    public static V1DeleteOptions Of(DeleteOptions options) => new()
    {
        ApiVersion = "v1",
        Kind = "DeleteOptions",
        GracePeriodSeconds = options.GracePeriodSeconds,
        PropagationPolicy = options.Propagation == PropagationPolicy.Default ? null : options.Propagation.ToString(),
        Preconditions = options.Uid is null && options.ResourceVersion is null
            ? null
            : new V1Preconditions { Uid = options.Uid, ResourceVersion = options.ResourceVersion },
        DryRun = options.DryRun ? ["All"] : null,
    };
}
