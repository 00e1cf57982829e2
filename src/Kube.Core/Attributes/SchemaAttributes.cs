namespace Kube;

/// <summary>
/// States the schema of a value that C# cannot tell: one with a <see cref="System.Text.Json.Serialization.JsonConverter"/> of its own, or of a
/// type that is foreign to schemas. On a type it holds wherever the type is used, on a property for that property, whose type is not looked
/// at then. Other attributes of the property are laid over it.
/// </summary>
/// <param name="json">
/// A structural schema as JSON, such as <c>{"type":"string","pattern":"^[0-9]+x[0-9]+$"}</c>: what stands below a property in a
/// CustomResourceDefinition. Checked when it is compiled: keywords, types, formats, patterns, rules.
/// </param>
[AttributeUsage(
    AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Interface,
    Inherited = false)]
public sealed class SchemaAttribute(string json) : Attribute
{
    /// <summary>The schema as JSON.</summary>
    public string Json { get; } = json;
}

/// <summary>
/// Leaves a value unchecked: the server takes and keeps any JSON. On a type it holds wherever the type is used. Server-side apply treats
/// what is inside as one value for want of types.
/// </summary>
[AttributeUsage(
    AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Interface,
    Inherited = false)]
public sealed class SchemalessAttribute : Attribute;
