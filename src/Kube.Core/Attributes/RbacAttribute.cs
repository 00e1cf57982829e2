namespace Kube;

/// <summary>
/// A right that the code beside it needs, to a kind whose group and plural name its class says. The build merges all rights of an assembly
/// into one role and writes it to <c>deploy/rbac/role.yaml</c>.
/// </summary>
/// <typeparam name="TKind">A class with <see cref="k8s.Models.KubernetesEntityAttribute"/>: one of <c>k8s.Models</c> or a custom resource.</typeparam>
/// <param name="verbs">What may be done; <see cref="RbacVerbs"/> has the words.</param>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class RbacAttribute<TKind>(params string[] verbs) : Attribute
{
    /// <summary>What may be done.</summary>
    public string[] Verbs { get; } = verbs;

    /// <summary>The subresource that the right is to, such as <c>status</c>. Default: the objects themselves.</summary>
    public string? Subresource { get; set; }

    /// <summary>Names of the objects that the right is to. Default: all.</summary>
    public string[] ResourceNames { get; set; } = [];

    /// <summary>The only namespace that the right is in; it becomes part of a Role there. Default: all, as part of a ClusterRole.</summary>
    public string? Namespace { get; set; }
}

/// <summary>A right that the code beside it needs, to resources without a C# class or to paths of the server.</summary>
/// <param name="verbs">What may be done; <see cref="RbacVerbs"/> has the words.</param>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class RbacAttribute(params string[] verbs) : Attribute
{
    /// <summary>What may be done.</summary>
    public string[] Verbs { get; } = verbs;

    /// <summary>API groups; the empty text, or <c>core</c>, is the group of pods and services.</summary>
    public string[] Groups { get; set; } = [];

    /// <summary>Plural resource names, with a subresource after a slash: <c>deployments/scale</c>.</summary>
    public string[] Resources { get; set; } = [];

    /// <summary>Names of the objects that the right is to. Default: all.</summary>
    public string[] ResourceNames { get; set; } = [];

    /// <summary>Paths of the server instead of resources, such as <c>/metrics</c>.</summary>
    public string[] Urls { get; set; } = [];

    /// <summary>The only namespace that the right is in; it becomes part of a Role there. Default: all, as part of a ClusterRole.</summary>
    public string? Namespace { get; set; }
}
