using System.Text.Json;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.Options;
using Ray.Operator.Yaml;

namespace Ray.Operator.Tests.Support;

/// <summary>A manifest as users write it. A comment <c># gates: name=true</c> in it sets feature gates.</summary>
internal sealed record Manifest(string Path, RayCluster Cluster, FeatureGates Gates)
{
    private const string GatesComment = "# gates:";

    public static Manifest Read(string path)
    {
        var text = File.ReadAllText(path);
        var gates = text.Split('\n').FirstOrDefault(line => line.StartsWith(GatesComment, StringComparison.Ordinal));
        return new(
            path,
            YamlJson.Of(YamlReader.Read(text)!).Deserialize(RayJsonContext.Default.RayCluster)!,
            gates is null ? new() : FeatureGateText.Read(new(), gates[GatesComment.Length..]));
    }
}
