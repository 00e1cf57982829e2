using System.ComponentModel.DataAnnotations;
using k8s.Models;

namespace Ray.Api.V1;

/// <summary>Settings of the Ingress to the dashboard.</summary>
public sealed record IngressOptions
{
    /// <summary>Host name of the rule. Default: any host.</summary>
    public string? Host { get; set; }

    /// <summary>Path of the rule. Default: /.</summary>
    public string? Path { get; set; }

    /// <summary>How the path is matched. Default: Prefix.</summary>
    [AllowedValues(IngressPathType.Exact, IngressPathType.Prefix, IngressPathType.ImplementationSpecific)]
    public string? PathType { get; set; }

    /// <summary>Hosts with TLS and the secrets that hold their certificates.</summary>
    public IList<V1IngressTLS>? Tls { get; set; }
}
