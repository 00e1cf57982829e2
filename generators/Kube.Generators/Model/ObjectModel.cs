namespace Kube.Generators.Model;

/// <summary>A C# type that is a JSON object.</summary>
/// <param name="Id">Full name of the type.</param>
/// <param name="Name">Its short name, by which the facts table knows the types of Kubernetes.</param>
internal sealed record ObjectModel(string Id, string Name)
{
    /// <summary>Whether the type is one of <c>k8s.Models</c>, about which the facts table knows more than its C# form says.</summary>
    public bool IsKubernetes { get; init; }

    /// <summary>Documentation as one line; null for none, and always for types of Kubernetes.</summary>
    public string? Description { get; init; }

    /// <summary>Properties, those of base types first.</summary>
    public EquatableArray<PropertyModel> Properties { get; init; }

    /// <summary>The derived types of which a value is one; null for an ordinary object. Then the properties are those of all of them.</summary>
    public UnionModel? Union { get; init; }

    /// <summary>What the attributes of the type itself say.</summary>
    public ValidationModel Validation { get; init; } = ValidationModel.None;
}
