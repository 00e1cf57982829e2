using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema;

/// <summary>One version of a kind, as it stands in a CustomResourceDefinition.</summary>
/// <param name="Identity">Names of the kind.</param>
/// <param name="Class">The C# class.</param>
/// <param name="IsStorage">Whether the server stores this version.</param>
/// <param name="IsSound">Whether types and schema are free of problems; when not, no definition is made.</param>
/// <param name="Manifest">The entry in <c>spec.versions</c>.</param>
/// <param name="Problems">What is wrong with the schema.</param>
internal sealed record VersionSchema(
    IdentityModel Identity, ClassModel Class, bool IsStorage, bool IsSound, JsonObject Manifest, EquatableArray<Problem> Problems);
