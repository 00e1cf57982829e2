using System.ComponentModel.DataAnnotations;
using k8s.Models;
using Kube;

namespace Ray.Api.V1;

/// <summary>Settings of the autoscaler container in the head pod.</summary>
public sealed record AutoscalerOptions
{
    /// <summary>Resources of the container; replace the default (500m CPU, 512Mi) as a whole.</summary>
    public V1ResourceRequirements? Resources { get; set; }

    /// <summary>Image of the container. Default: that of the head's Ray container.</summary>
    public string? Image { get; set; }

    /// <summary>When the image is pulled. Default: IfNotPresent.</summary>
    public string? ImagePullPolicy { get; set; }

    /// <summary>Security options of the container.</summary>
    public V1SecurityContext? SecurityContext { get; set; }

    /// <summary>Seconds without work after which a worker is removed. Read by the autoscaler itself, whose default is 60.</summary>
    [Minimum(0)]
    public int? IdleTimeoutSeconds { get; set; }

    /// <summary>
    /// How fast the cluster grows. Conservative: at most as many pending as running workers. Aggressive and Default: no limit.
    /// </summary>
    [AllowedValues(Api.V1.UpscalingMode.Default, Api.V1.UpscalingMode.Aggressive, Api.V1.UpscalingMode.Conservative)]
    public string? UpscalingMode { get; set; }

    /// <summary>Version of the autoscaler. Default: Ray's choice, which is v2 from Ray 2.47 on.</summary>
    [AllowedValues(AutoscalerVersion.V1, AutoscalerVersion.V2)]
    public string? Version { get; set; }

    /// <summary>Environment added to the container.</summary>
    public IList<V1EnvVar>? Env { get; set; }

    /// <summary>Sources of environment added to the container.</summary>
    public IList<V1EnvFromSource>? EnvFrom { get; set; }

    /// <summary>Volume mounts added to the container.</summary>
    public IList<V1VolumeMount>? VolumeMounts { get; set; }

    /// <summary>Command in place of the default one.</summary>
    public IList<string>? Command { get; set; }

    /// <summary>Arguments in place of the default ones.</summary>
    public IList<string>? Args { get; set; }
}
