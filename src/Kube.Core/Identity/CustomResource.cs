using k8s;
using k8s.Models;

namespace Kube;

/// <summary>
/// A custom resource with a spec and a status, for those who do not want to write the members themselves:
/// <c>public sealed partial record CronTab : CustomResource&lt;CronTabSpec, CronTabStatus&gt;;</c>. Any class that implements
/// <see cref="IKubernetesObject{TMetadata}"/> is as good.
/// </summary>
/// <typeparam name="TSpec">Desired state.</typeparam>
/// <typeparam name="TStatus">Observed state, written by way of the status subresource.</typeparam>
public abstract record CustomResource<TSpec, TStatus> : IKubernetesObject<V1ObjectMeta>, ISpec<TSpec?>, IStatus<TStatus?>
    where TSpec : class
    where TStatus : class
{
    /// <summary>Versioned schema of the object. Null in a new object: clients write that of the kind.</summary>
    public string? ApiVersion { get; set; }

    /// <summary>Kind of the object. Null in a new object: clients write it.</summary>
    public string? Kind { get; set; }

    /// <summary>Standard object metadata.</summary>
    public V1ObjectMeta Metadata { get; set; } = new();

    /// <summary>Desired state. Null when an object was stored without one.</summary>
    public TSpec? Spec { get; set; }

    /// <summary>Observed state. Null until a controller wrote it.</summary>
    public TStatus? Status { get; set; }
}
