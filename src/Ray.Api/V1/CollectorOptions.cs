using k8s.Models;

namespace Ray.Api.V1;

/// <summary>Settings of the container that collects logs and events.</summary>
public sealed record CollectorOptions
{
    /// <summary>Image of the container.</summary>
    public string? Image { get; set; }

    /// <summary>When the image is pulled. Default: IfNotPresent.</summary>
    public string? ImagePullPolicy { get; set; }

    /// <summary>Resources of the container. Default: limits 200m CPU and 256Mi, requests 50m CPU and 64Mi.</summary>
    public V1ResourceRequirements? Resources { get; set; }

    /// <summary>Environment added to the container, such as the storage it writes to.</summary>
    public IList<V1EnvVar>? Env { get; set; }
}
