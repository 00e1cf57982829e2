using System.Text.Json.Nodes;
using Ray.Operator.Yaml;

namespace Ray.Operator.Commands.Manifests;

/// <summary>One object of a file.</summary>
/// <param name="File">The file as it was named; <c>-</c> for standard input.</param>
/// <param name="Yaml">The object with its lines.</param>
/// <param name="Json">The same as <c>kubectl</c> sends it.</param>
internal sealed record Manifest(string File, YamlNode Yaml, JsonObject Json)
{
    /// <summary>Its <c>apiVersion</c>; empty when it says none.</summary>
    public string ApiVersion => Text("apiVersion");

    /// <summary>Its <c>kind</c>; empty when it says none.</summary>
    public string Kind => Text("kind");

    /// <summary>Whether it is a RayCluster of either version.</summary>
    public bool IsRayCluster => Kind == Api.V1.RayCluster.KubeKind
        && ApiVersion.StartsWith(Api.V1.RayCluster.KubeGroup + "/", StringComparison.Ordinal);

    /// <summary>A problem with a field of it.</summary>
    /// <param name="path">Path of the field.</param>
    /// <param name="message">What is wrong, and what to do about it.</param>
    /// <param name="isError">Whether the object cannot be used; else it is a warning.</param>
    public Finding Finding(string path, string message, bool isError = true) => new(File, YamlPlace.LineOf(Yaml, path), path, message, isError);

    private string Text(string name) => Json[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
}
