using System.Text.Json.Nodes;
using Kube.Generators.Json;
using Kube.Generators.Tests.Support;
using Kube.Generators.Tests.Wire;
using Kube.Testing;

namespace Kube.Generators.Server.Tests;

/// <summary>
/// A kind with every type there is: a real API server takes what the serializer writes, keeps all of it, and what it gives back is read as what
/// was sent.
/// </summary>
public class WireServerTests
{
    private const string Members = """
        public sbyte? SByte { get; set; } public byte? Byte { get; set; } public short? Short { get; set; } public ushort? UShort { get; set; } public int Int { get; set; }
        public uint? UInt { get; set; } public long? Long { get; set; } public ulong? ULong { get; set; } public float? Float { get; set; } public double? Double { get; set; }
        public decimal? Decimal { get; set; } public bool? Bool { get; set; } public char? Char { get; set; } public string? Text { get; set; }
        public DateTime? Time { get; set; } public DateTimeOffset? Offset { get; set; } public DateOnly? Date { get; set; } public TimeOnly? Clock { get; set; }
        public TimeSpan? Span { get; set; } public Version? Version { get; set; } public Guid? Guid { get; set; } public Uri? Uri { get; set; }
        [CelRule("self < duration('100h')")] public Duration? Duration { get; set; } public IList<Duration>? Durations { get; set; }
        public byte[]? Bytes { get; set; } public ReadOnlyMemory<byte>? Memory { get; set; } public Level? Level { get; set; } public Level Always { get; set; }
        public IList<Level>? Levels { get; set; } public IDictionary<Level, int>? ByLevel { get; set; } public Dictionary<DateTime, string?>? ByTime { get; set; }
        public IList<string?>? Nulls { get; set; } public ISet<string>? Set { get; set; } public int[][]? Jagged { get; set; } public Queue<Part>? Queue { get; set; }
        public System.Collections.Immutable.ImmutableArray<int>? Immutable { get; set; } public KeyValuePair<string, int>? Pair { get; set; }
        public IntOrString? Port { get; set; } public IntOrString? Named { get; set; } public ResourceQuantity? Quantity { get; set; }
        public IDictionary<string, ResourceQuantity>? Limits { get; set; } public JsonElement? Any { get; set; } public JsonObject? Object { get; set; }
        public JsonArray? Array { get; set; } public object? Free { get; set; } public Part? Part { get; set; } public Point? Point { get; set; } public Made? Made { get; set; }
        public Shape? Shape { get; set; } public IList<Shape>? Shapes { get; set; } public IMark? Mark { get; set; } public Size? Size { get; set; }
        public Box<int>? Box { get; set; } public Tree? Tree { get; set; } public V1PodTemplateSpec? Template { get; set; } public V1Service? Service { get; set; }
        [JsonInclude] public string? Field; [JsonPropertyName("odd-name.x/y")] public string? Odd { get; set; } public Loose? Loose { get; set; }
        [Nullable] public string? Nullable { get; set; } [Default("3")] public byte? Defaulted { get; set; }
        """;

    private const string Types = """
        [JsonConverter(typeof(JsonStringEnumConverter<Level>))] public enum Level { Low, [JsonStringEnumMemberName("very-high")] High }
        public record Part(string? Name, int? Size) { public IList<Part2>? Parts { get; set; } }
        public class Part2 { public required string Key { get; set; } }
        public readonly record struct Point(int X, int? Y);
        public class Made(string? first, int? second) { public string? First { get; } = first; public int? Second => second; }
        public class Box<T> { public T? Value { get; set; } }
        public class Tree { public string? Name { get; set; } [PreserveUnknownFields] public IList<Tree>? Children { get; set; } }
        public class Loose { public int? Known { get; set; } [JsonExtensionData] public IDictionary<string, JsonElement>? Rest { get; set; } }
        [JsonPolymorphic(TypeDiscriminatorPropertyName = "type")] [JsonDerivedType(typeof(Circle), "circle")] [JsonDerivedType(typeof(Square), "square")]
        public abstract class Shape { public string? Name { get; set; } }
        public class Circle : Shape { public double Radius { get; set; } public int? Points { get; set; } }
        public class Square : Shape { public double Side { get; set; } public int? Points { get; set; } }
        [JsonPolymorphic(TypeDiscriminatorPropertyName = "mark")] [JsonDerivedType(typeof(Dot), 1)] [JsonDerivedType(typeof(Line), 2)]
        public interface IMark;
        public record Dot(string? Text) : IMark;
        public record Line(string To) : IMark;
        [JsonConverter(typeof(SizeConverter)), Schema("{\"type\":\"string\",\"pattern\":\"^[0-9]+x[0-9]+$\"}")] public readonly record struct Size(int W, int H);
        public sealed class SizeConverter : JsonConverter<Size>
        {
            public override Size Read(ref Utf8JsonReader r, Type t, JsonSerializerOptions o) { var p = r.GetString()!.Split('x'); return new(int.Parse(p[0]), int.Parse(p[1])); }
            public override void Write(Utf8JsonWriter w, Size v, JsonSerializerOptions o) => w.WriteStringValue($"{v.W}x{v.H}");
        }
        """;

    private static readonly string s_source = TestKind.WithSpec(Members, Types);

    [Fact]
    public async Task TheControlPlaneKeepsWhatJsonWrites()
    {
        await using var plane = await ControlPlane.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var server = await ApiServer.ConnectAsync(plane.KubeConfigPath);
        await CheckAsync(server);
    }

    [Fact]
    public async Task AServerThatKnowsRulesKeepsWhatJsonWrites()
    {
        using var server = await CelServer.ConnectAsync();
        await CheckAsync(server);
        await CheckUnionsAsync(server);
    }

    private static async Task CheckAsync(ApiServer server)
    {
        using var run = WireRun.Of(s_source);
        await using var place = await Place.CreateAsync(server);
        var kind = run.TypeOf("Demo.Example");
        for (var variant = 0; variant < 2; variant++)
        {
            var sample = new WireSample(run, variant).OfKind();
            Assert.NotNull(sample);
            var value = run.Read(JsonPrinter.Print(sample).Replace("example.com/v1", $"{place.Group}/v1", StringComparison.Ordinal), kind);
            var sent = run.Write(value);
            var stored = await place.CreateAsync(sent);
            var (expected, actual) = (JsonNode.Parse(sent)!["spec"]!, JsonNode.Parse(stored)!["spec"]!);
            Assert.Empty(Differences(expected, actual, "spec"));
            var read = run.Read(stored, kind);
            Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(run.Write(read))!["spec"]), $"read otherwise: {run.Write(read)}");
        }
    }

    /// <summary>The rules of a union refuse what belongs to another type, and what is missing.</summary>
    private static async Task CheckUnionsAsync(ApiServer server)
    {
        await using var place = await Place.CreateAsync(server);
        foreach (var (shape, reason) in new[]
        {
            ("""{"type":"circle","radius":1}""", null),
            ("""{"type":"square","side":1,"points":4}""", null),
            ("""{"type":"circle"}""", "radius must be set when type is circle"),
            ("""{"type":"circle","radius":1,"side":2}""", "side must not be set unless type is square"),
            ("""{"type":"oval"}""", "Unsupported value"),
            ("""{"radius":1}""", "type: Required value"),
        })
        {
            var refused = await place.WhyRefusedAsync($$"""{"apiVersion":"{{place.Group}}/v1","kind":"Example","metadata":{"name":"u"},"spec":{"always":"Low","int":1,"shape":{{shape}} } }""");
            Assert.True(reason is null ? refused is null : refused?.Contains(reason, StringComparison.Ordinal) is true, $"{shape}: {refused}");
        }

        foreach (var (duration, isTaken) in new[] { ("1h30m", true), ("PT1H30M", true), ("01:30:00", false), ("2 days", false), ("101h", false) })
        {
            var refused = await place.WhyRefusedAsync($$"""{"apiVersion":"{{place.Group}}/v1","kind":"Example","metadata":{"name":"d"},"spec":{"always":"Low","int":1,"duration":"{{duration}}"} }""");
            Assert.True(isTaken == refused is null, $"{duration}: {refused}");
        }
    }

    /// <summary>Members that the one has and the other lacks or has otherwise; empty objects of no meaning aside.</summary>
    private static IEnumerable<string> Differences(JsonNode? expected, JsonNode? actual, string path) => (expected, actual) switch
    {
        (System.Text.Json.Nodes.JsonObject e, System.Text.Json.Nodes.JsonObject a) => e.SelectMany(m => Differences(m.Value, a[m.Key], $"{path}.{m.Key}")),
        (System.Text.Json.Nodes.JsonArray e, System.Text.Json.Nodes.JsonArray a) when e.Count == a.Count => e.SelectMany((item, i) => Differences(item, a[i], $"{path}[{i}]")),
        _ => JsonNode.DeepEquals(expected, actual) ? [] : [$"{path}: sent {expected?.ToJsonString() ?? "null"}, stored {actual?.ToJsonString() ?? "null"}"],
    };

    /// <summary>The definition in a group of its own, while a test needs it.</summary>
    private sealed class Place(ApiServer server, string group, string name) : IAsyncDisposable
    {
        private static int s_count;

        public string Group => group;

        private string Path => $"/apis/{group}/v1/namespaces/default/examples";

        public static async Task<Place> CreateAsync(ApiServer server)
        {
            var group = $"wire{Interlocked.Increment(ref s_count)}-{Environment.ProcessId}.example.com";
            var definition = JsonNode.Parse(Generation.Of(s_source).ManifestText())!.AsObject();
            definition["metadata"]!["name"] = $"examples.{group}";
            definition["spec"]!["group"] = group;
            await server.CreateDefinitionAsync(definition);
            return new(server, group, $"examples.{group}");
        }

        /// <summary>Stores an object, and gives back what is stored. Another one of its name is gone before.</summary>
        public async Task<string> CreateAsync(string json)
        {
            await server.TryAsync(new(HttpMethod.Delete, $"{Path}/x"));
            return await server.SendAsync(new(HttpMethod.Post, Path) { Body = System.Text.Encoding.UTF8.GetBytes(json) });
        }

        public Task<string?> WhyRefusedAsync(string json) =>
            server.TryAsync(new(HttpMethod.Post, Path) { Query = "dryRun=All", Body = System.Text.Encoding.UTF8.GetBytes(json) });

        public async ValueTask DisposeAsync() => await server.DeleteDefinitionAsync(name);
    }
}
