namespace Kube;

/// <summary>Where the objects of a kind live.</summary>
public enum ResourceScope
{
    /// <summary>In a namespace.</summary>
    Namespaced,

    /// <summary>In the cluster as a whole.</summary>
    Cluster,
}

/// <summary>
/// Makes a class a custom resource. Group, version, kind and plural come from <see cref="k8s.Models.KubernetesEntityAttribute"/> beside it; a
/// group that is not given is that of <see cref="DefaultGroupAttribute"/>, a kind the name of the class, a plural the English one. The class
/// is <c>partial</c>, has <c>Metadata</c>, and usually <c>Spec</c> and <c>Status</c>; a <c>Status</c> property turns the status subresource
/// on. Classes of one group and kind in several versions share a definition. <see cref="ObsoleteAttribute"/> on the class marks its version
/// as deprecated: the server sends the text, at most 256 bytes, to every client. The build writes the CustomResourceDefinition and a
/// typed client <c>XxxClient</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class CustomResourceAttribute : Attribute
{
    /// <summary>Singular resource name. Default: the kind in lower case.</summary>
    public string? Singular { get; set; }

    /// <summary>Short names for <c>kubectl</c>. Default: none.</summary>
    public string[] ShortNames { get; set; } = [];

    /// <summary>Categories, such as <c>all</c>. Default: none.</summary>
    public string[] Categories { get; set; } = [];

    /// <summary>Where objects live. Default: in a namespace.</summary>
    public ResourceScope Scope { get; set; } = ResourceScope.Namespaced;

    /// <summary>Whether this is the version that the server stores. Default: true.</summary>
    public bool Storage { get; set; } = true;

    /// <summary>Whether the server serves this version. Default: true.</summary>
    public bool Served { get; set; } = true;

    /// <summary>
    /// The <see cref="System.Text.Json.Serialization.JsonSerializerContext"/> that knows the class; the typed client reads and writes
    /// with it. It must have <c>[JsonSerializable(typeof(TheKind))]</c>.
    /// </summary>
    public Type? JsonContext { get; set; }
}
