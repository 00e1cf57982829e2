using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Demo.Everything;
using Kube.Generators.Tests.Support;
using Kube.Testing;

namespace Kube.Generators.Server.Tests;

/// <summary>
/// The kind with every attribute, on real API servers: they take its file, and fill in what C# begins with, so that it makes no difference who wrote
/// an object.
/// </summary>
public class EverythingTests
{
    private const string Definition = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/everythings.everything.example.com";
    private const string Objects = "/apis/everything.example.com/v1/namespaces/default/everythings";
    private static readonly JsonTypeInfo<Everything> s_type = KubeJson.TypeInfo<Everything>(EverythingJson.Default);

    [Fact]
    public async Task TheControlPlaneFillsInWhatCodeBeginsWith()
    {
        await using var plane = await ControlPlane.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var server = await ApiServer.ConnectAsync(plane.KubeConfigPath);
        await RunAsync(server);
    }

    [Fact]
    public async Task AServerThatKnowsRulesFillsInWhatCodeBeginsWith()
    {
        using var server = await CelServer.ConnectAsync();
        await RunAsync(server);
    }

    private static async Task RunAsync(ApiServer server)
    {
        var definition = DefinitionOf();
        await server.CreateDefinitionAsync(definition, await File.ReadAllTextAsync(GoldenFile(), TestContext.Current.CancellationToken));
        try
        {
            // The YAML was read as it was meant, hostile descriptions and all.
            var stored = await server.SendAsync(new(HttpMethod.Get, Definition), EverythingJson.Default.JsonObject);
            var (sent, got) = (SchemaIn(definition), SchemaIn(stored));
            Assert.Equal(TextsIn(sent), TextsIn(got));

            var bare = await CreateAsync(server, "bare", """{"text":"a"}""");
            var begun = Written(new() { Text = "a" });
            begun["colour"] = "blue"; // Said by [Default] alone, so that code begins with nothing.
            AssertEqual(begun, bare);
            AssertEqual(begun, await CreateAsync(server, "written", Written(new() { Text = "a" }).ToJsonString()));
            Assert.Equal(new EverythingSpec { Text = "a", Colour = "blue" }.Root, Read(bare).Root);
        }
        finally
        {
            await server.DeleteDefinitionAsync("everythings.everything.example.com");
        }
    }

    private static async Task<JsonObject> CreateAsync(ApiServer server, string name, string spec)
    {
        var body = $$$"""{"apiVersion":"everything.example.com/v1","kind":"Everything","metadata":{"name":"{{{name}}}"},"spec":{{{spec}}}}""";
        var created = await server.SendAsync(new(HttpMethod.Post, Objects) { Body = Encoding.UTF8.GetBytes(body) }, EverythingJson.Default.JsonObject);
        return created["spec"]!.AsObject();
    }

    /// <summary>What a client sends of a spec.</summary>
    private static JsonObject Written(EverythingSpec spec) =>
        JsonSerializer.SerializeToNode(new Everything { Spec = spec }, s_type)!["spec"]!.DeepClone().AsObject();

    private static EverythingSpec Read(JsonObject spec) => new JsonObject { ["spec"] = spec.DeepClone() }.Deserialize(s_type)!.Spec!;

    private static void AssertEqual(JsonObject expected, JsonObject actual) =>
        Assert.True(JsonNode.DeepEquals(expected, actual), $"expected {expected.ToJsonString()}\nbut got  {actual.ToJsonString()}");

    private static JsonObject DefinitionOf() => Generation.Of(File.ReadAllText(SourceFile()), "global using System; global using System.Collections.Generic;")
        .Manifest("Demo.Everything.Everything");

    private static JsonNode SchemaIn(JsonObject definition) => definition["spec"]!["versions"]![0]!["schema"]!["openAPIV3Schema"]!;

    /// <summary>Descriptions and defaults with their paths; older servers drop keywords that they do not know.</summary>
    private static IEnumerable<string> TextsIn(JsonNode schema, string path = "") => schema switch
    {
        JsonObject o => o.OrderBy(m => m.Key, StringComparer.Ordinal).SelectMany(m => m is { Key: "description" or "default", Value: not (JsonObject or null) }
            ? [$"{path}.{m.Key}: {m.Value.ToJsonString()}"]
            : m.Value is null ? [] : TextsIn(m.Value, $"{path}.{m.Key}")),
        _ => [],
    };

    private static string SourceFile([CallerFilePath] string path = "") =>
        Path.Combine(Path.GetDirectoryName(path)!, "../Kube.Generators.Tests/Everything/Everything.cs");

    private static string GoldenFile([CallerFilePath] string path = "") =>
        Path.Combine(Path.GetDirectoryName(path)!, "../Kube.Generators.Tests/Golden/everything.yaml");
}
