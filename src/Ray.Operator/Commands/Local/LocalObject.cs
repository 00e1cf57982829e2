using System.Text.Json.Nodes;
using Ray.Operator.Commands.Manifests;

namespace Ray.Operator.Commands.Local;

/// <summary>An object of a manifest as it is sent to the server.</summary>
/// <param name="Manifest">Where it comes from.</param>
/// <param name="Json">What is sent. A RayCluster of <c>v1alpha1</c> is one of <c>v1</c> here.</param>
internal sealed record LocalObject(Manifest Manifest, JsonObject Json)
{
    /// <summary>Its <c>apiVersion</c>.</summary>
    public string ApiVersion => (string?)Json["apiVersion"] ?? "";

    /// <summary>Its <c>kind</c>.</summary>
    public string Kind => (string?)Json["kind"] ?? "";

    /// <summary>Its name; null when the server makes one from <see cref="GenerateName"/>.</summary>
    public string? Name => (string?)Metadata["name"];

    /// <summary>The beginning of a name that the server completes; null when there is none.</summary>
    public string? GenerateName => (string?)Metadata["generateName"];

    /// <summary>The namespace that the manifest names; null when it names none.</summary>
    public string? Namespace => (string?)Metadata["namespace"];

    /// <summary>Its metadata.</summary>
    public JsonObject Metadata => (JsonObject)Json["metadata"]!;
}
