using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Kube;
using Ray.Api.V1;

namespace Ray.Api.V1Alpha1;

/// <summary>A group of equal Ray workers.</summary>
[CelRule("self.minReplicas <= self.maxReplicas", Message = "minReplicas must not exceed maxReplicas")]
public sealed record WorkerGroupSpec
{
    /// <summary>
    /// Name of the group, unique in the cluster; becomes the label ray.io/group of its pods. The name headgroup is the head's.
    /// </summary>
    [Required]
    [StringLength(63, MinimumLength = 1)]
    [CelRule("self != 'headgroup'", Message = "headgroup is the name of the head's own group")]
    public string? GroupName { get; set; }

    /// <summary>Wanted number of pods; kept between minReplicas and maxReplicas.</summary>
    [Required]
    [Minimum(0)]
    public int? Replicas { get; set; }

    /// <summary>Fewest pods.</summary>
    [Required]
    [Minimum(0)]
    public int? MinReplicas { get; set; }

    /// <summary>Most pods.</summary>
    [Required]
    [Minimum(0)]
    public int? MaxReplicas { get; set; }

    /// <summary>
    /// Flags of "ray start" without the leading dashes. Values are strings: quote numbers. address and port are kept and not used: workers go
    /// where the head is.
    /// </summary>
    [Required]
    public IDictionary<string, string>? RayStartParams { get; set; }

    /// <summary>
    /// Pod template of the workers. The container with the environment variable RAY set to true runs Ray, else the first; its command runs after
    /// Ray has started.
    /// </summary>
    [Required]
    public JsonObject? Template { get; set; }

    /// <summary>Which pods go when the group shrinks.</summary>
    public ScaleStrategy? ScaleStrategy { get; set; }
}
