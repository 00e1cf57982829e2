using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Ray.Operator.Commands.Manifests;
using Ray.Operator.Commands.Rendering;
using Ray.Operator.Options;
using Ray.Operator.Tests.Support;
using Ray.Operator.Yaml;

namespace Ray.Operator.Tests.Commands;

/// <summary>What <c>render</c> prints is what the operator plans.</summary>
public sealed class RenderTests
{
    private static readonly string s_folder = Path.GetDirectoryName(ThisFile())!;

    [Theory]
    [InlineData("ray-cluster.mini.yaml")]
    [InlineData("ray-cluster.heterogeneous.yaml")]
    [InlineData("ray-cluster.complete.yaml")]
    [InlineData("v1alpha1/ray-cluster.heterogeneous.yaml")]
    public void The_objects_of_a_sample_are_these(string file)
    {
        var objects = Render(file);
        var names = objects.Select(json => $"{json["kind"]} {json["metadata"]!["name"] ?? $"{json["metadata"]!["generateName"]}*"}");

        GoldenText.Matches(Path.Combine(s_folder, "Golden", file.Replace('/', '-') + ".objects.txt"), string.Join('\n', names) + "\n");
    }

    [Fact]
    public void The_whole_text_of_the_smallest_sample_is_this() => GoldenText.Matches(
        Path.Combine(s_folder, "Golden", "ray-cluster.mini.rendered.yaml"), string.Concat(Render("ray-cluster.mini.yaml").Select(YamlWriter.Write)));

    [Theory]
    [InlineData("ray-cluster.complete.yaml")]
    [InlineData("v1alpha1/ray-cluster.complete.yaml")]
    public void What_is_printed_as_YAML_reads_back_as_the_same_JSON(string file) => Assert.All(
        Render(file),
        json => Assert.True(JsonNode.DeepEquals(json, YamlJson.Of(YamlReader.Read(YamlWriter.Write(json))!)), YamlWriter.Write(json)));

    [Fact]
    public void The_definition_is_printed_as_it_is_committed()
    {
        var committed = File.ReadAllText(Path.GetFullPath(Path.Combine(s_folder, "../../../crd/ray.io_rayclusters.yaml")));
        var printed = YamlWriter.Write(JsonNode.Parse(Api.V1.RayCluster.CustomResourceDefinition)!);

        Assert.True(JsonNode.DeepEquals(YamlJson.Of(YamlReader.Read(committed)!), YamlJson.Of(YamlReader.Read(printed)!)));
    }

    [Theory]
    [InlineData("\"yes\"")]
    [InlineData("\"on\"")]
    [InlineData("\"1e3\"")]
    [InlineData("\"0777\"")]
    [InlineData("\"null\"")]
    [InlineData("\"~\"")]
    [InlineData("\"\"")]
    [InlineData("\" a\"")]
    [InlineData("\"# a\"")]
    [InlineData("\"a: b\"")]
    [InlineData("\"- a\"")]
    [InlineData("\"a\\nb\\n\"")]
    [InlineData("\"\\n a\\n\\n\"")]
    [InlineData("\"a \\n\\tb\"")]
    [InlineData("\"ä\\u0001\"")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("[[],{\"a\":null,\"1\":1.5}]")]
    [InlineData("true")]
    public void Texts_stay_texts(string json)
    {
        var node = new JsonObject { ["a"] = JsonNode.Parse(json) };
        var text = YamlWriter.Write(node);

        Assert.True(JsonNode.DeepEquals(node, YamlJson.Of(YamlReader.Read(text)!)), text);
    }

    private static List<JsonObject> Render(string file)
    {
        var path = Path.GetFullPath(Path.Combine(s_folder, "../../../samples", file));
        var manifest = new Operator.Commands.Manifests.Manifest(file, YamlReader.Read(File.ReadAllText(path))!, YamlJson.Of(YamlReader.Read(File.ReadAllText(path))!)!.AsObject());
        var settings = new OperatorSettings { Version = "test" };
        var (cluster, _) = ManifestValidator.Validate(manifest, settings);
        cluster!.Metadata.NamespaceProperty = "default";
        Assert.NotNull(cluster.Spec);
        return
        [
            .. RenderedCluster.Objects(cluster, settings, new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), [.. new byte[32]])
                .Select(RenderedObject.JsonOf),
        ];
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
