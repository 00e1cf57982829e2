using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Kube;

namespace Ray.Api.V1Alpha1;

/// <summary>The head of a Ray cluster: always exactly one pod.</summary>
public sealed record HeadGroupSpec
{
    /// <summary>Kept and not used: there is always one head.</summary>
    [Required]
    [NotInHub]
    public int? Replicas { get; set; }

    /// <summary>Flags of "ray start" without the leading dashes. Values are strings: quote numbers.</summary>
    [Required]
    public IDictionary<string, string>? RayStartParams { get; set; }

    /// <summary>
    /// Pod template of the head. The container with the environment variable RAY set to true runs Ray, else the first; its command runs after
    /// Ray has started.
    /// </summary>
    [Required]
    public JsonObject? Template { get; set; }
}
