using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Definitions;

/// <summary>One version of a kind, as it stands in a CustomResourceDefinition.</summary>
/// <param name="Identity">Names of the kind.</param>
/// <param name="Class">The C# class.</param>
/// <param name="IsStorage">Whether the server stores this version.</param>
/// <param name="IsSound">Whether types and schema are free of errors; when not, no definition is made.</param>
/// <param name="Manifest">The entry in <c>spec.versions</c>.</param>
/// <param name="Problems">What is wrong with the schema.</param>
internal sealed record VersionSchema(
    IdentityModel Identity, ClassModel Class, bool IsStorage, bool IsSound, JsonObject Manifest, EquatableArray<Problem> Problems)
{
    /// <summary>Whether the server serves this version.</summary>
    public bool IsServed { get; init; } = true;

    /// <summary>Whether it says by way of which version it is converted.</summary>
    public bool HasHub { get; init; }

    /// <summary>What the class says about the definition as a whole.</summary>
    public DefinitionModel Definition { get; init; } = DefinitionModel.None;

    /// <summary>The structural schema.</summary>
    public JsonObject Schema => Manifest.Object("schema").Object("openAPIV3Schema");
}
