namespace Kube;

/// <summary>The API group of every kind of the assembly whose <c>[KubernetesEntity]</c> names none.</summary>
/// <param name="group">A DNS name with a dot, such as <c>example.com</c>.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class DefaultGroupAttribute(string group) : Attribute
{
    /// <summary>A DNS name with a dot.</summary>
    public string Group { get; } = group;
}
