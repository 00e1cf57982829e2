using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Definitions;

/// <summary>A CustomResourceDefinition: all versions of one kind.</summary>
/// <param name="Classes">The classes of its versions; the first one is of the stored version, and carries the manifest.</param>
/// <param name="Manifest">The manifest; null when a version has problems.</param>
/// <param name="Problems">What is wrong between the versions.</param>
internal sealed record Definition(EquatableArray<ClassModel> Classes, JsonObject? Manifest, EquatableArray<Problem> Problems);
