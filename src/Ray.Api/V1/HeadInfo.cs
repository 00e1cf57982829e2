using System.Text.Json.Serialization;

namespace Ray.Api.V1;

/// <summary>Where the head is.</summary>
public sealed record HeadInfo
{
    /// <summary>IP address of the head pod.</summary>
    [JsonPropertyName("podIP")]
    public string? PodIp { get; set; }

    /// <summary>Name of the head pod.</summary>
    public string? PodName { get; set; }

    /// <summary>Cluster IP of the head service; of a headless one, the IP address of the head pod.</summary>
    [JsonPropertyName("serviceIP")]
    public string? ServiceIp { get; set; }

    /// <summary>Name of the head service.</summary>
    public string? ServiceName { get; set; }
}
