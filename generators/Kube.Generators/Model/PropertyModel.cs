namespace Kube.Generators.Model;

/// <summary>A property that is written as JSON.</summary>
/// <param name="Name">C# name.</param>
/// <param name="JsonName">Name in JSON, in the schema and in the client: all three come from here.</param>
/// <param name="Type">Type of the value.</param>
internal sealed record PropertyModel(string Name, string JsonName, TypeModel Type)
{
    /// <summary>Where problems of this property are shown; see <see cref="Problem"/>.</summary>
    public string Target { get; init; } = "";

    /// <summary>Documentation as one line; null for none.</summary>
    public string? Description { get; init; }

    /// <summary>What the property begins with; null for nothing.</summary>
    public InitialiserModel? Initialiser { get; init; }

    /// <summary>The value that clients never send, as JSON text; null when they send all.</summary>
    public string? OmittedValue { get; init; }

    /// <summary>Where problems of <see cref="Initialiser"/> are shown.</summary>
    public string InitialiserTarget => Target + "#initialiser";

    /// <summary>What becomes of it in the hub; null when nothing is said.</summary>
    public HubFieldModel? Hub { get; init; }

    /// <summary>What the attributes of the property say.</summary>
    public ValidationModel Validation { get; init; } = ValidationModel.None;
}
