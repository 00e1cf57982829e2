namespace Kube;

/// <summary>
/// The mapping of <see cref="ConversionHubAttribute{THub}"/> puts this property of a version elsewhere in the hub, or changes its form. What is
/// inside the property is compared with what is at that path.
/// </summary>
/// <param name="path">
/// Where: JSON names from the hub's root on, such as <c>spec.head.service</c>; <c>[*]</c> stands for the items of a list or the values of a map:
/// <c>spec.groups[*].name</c>. With a dot in front it begins at the object that the property's owner is mapped to: <c>.name</c>.
/// </param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class HubFieldAttribute(string path) : Attribute
{
    /// <summary>Where the hub has what the property says.</summary>
    public string Path { get; } = path;
}

/// <summary>
/// The hub cannot say what this property of a version says: it is kept in the annotation of <see cref="ConversionHubAttribute{THub}"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class NotInHubAttribute : Attribute;
