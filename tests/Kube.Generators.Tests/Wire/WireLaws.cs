using System.Text.Json.Nodes;
using Kube.Generators.Json;
using Kube.Generators.Schema.Rules;
using JsonObject = Kube.Generators.Json.JsonObject;

namespace Kube.Generators.Tests.Wire;

/// <summary>One model, one wire name: serializer, schema, copies, comparison and twins agree about every property of every type.</summary>
internal static class WireLaws
{
    private const int Variants = 3;

    /// <summary>Fails when one of the laws is broken.</summary>
    /// <param name="run">The kind.</param>
    /// <param name="source">Its source, for messages.</param>
    /// <returns>How many objects were written and read.</returns>
    public static int Hold(WireRun run, string source)
    {
        HoldNames(run, source);
        var samples = Enumerable.Range(0, Variants).Select(v => new WireSample(run, v).OfKind()).OfType<JsonObject>().Select(JsonPrinter.Print).Distinct().ToList();
        foreach (var sample in samples)
        {
            Hold(run, sample, source);
        }

        return samples.Count;
    }

    /// <summary>Fails when serializer and schema have other names. All that holds for kinds with members that JSON only writes or only reads.</summary>
    public static void HoldNames(WireRun run, string source)
    {
        var differences = new WireNames(run).Compare();
        Assert.True(differences.Count == 0, $"{string.Join("\n", differences)}\n{source}");
    }

    private static void Hold(WireRun run, string sample, string source)
    {
        var kind = run.TypeOf("Demo.Example");
        var value = run.Read(sample, kind);
        var written = run.Write(value);
        Assert.True(Contains(JsonNode.Parse(written), JsonNode.Parse(sample)), $"read   {sample}\nwrote  {written}\n{source}");
        Assert.True(ValueCheck.WhyInvalid(WithoutMetadata(written), run.Schema) is not { } reason, $"{ValueCheck.WhyInvalid(WithoutMetadata(written), run.Schema)}\n{written}\n{source}");
        AssertSame(written, run.Write(run.Read(written, kind)), "read again", source);

        var copy = run.Call("Demo.ExampleContent", "DeepClone", value)!;
        AssertSame(written, run.Write(copy), "copied", source);
        Assert.True((bool)run.Call("Demo.ExampleContent", "DeepEquals", value, copy)!, $"a copy is not equal: {written}\n{source}");
        Assert.NotSame(value, copy);
        foreach (var other in WireChanges.Of(written))
        {
            if (run.TryRead(other, kind) is not { } changed)
            {
                continue;
            }

            Assert.False((bool)run.Call("Demo.ExampleContent", "DeepEquals", value, changed)!, $"equal, though changed: {other}\n{source}");
            AssertSame(written, run.Write(value), "unchanged", source);
        }

        AssertSame(written, WireTwin.Write(value, run.TypeOf("Demo.ExampleApply")), "applied", source);
    }

    private static JsonObject WithoutMetadata(string json) => ((JsonObject)JsonReader.Read(json)!).Without("metadata");

    private static void AssertSame(string expected, string actual, string what, string source) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), $"{what}:\n{expected}\n{actual}\n{source}");

    /// <summary>Whether a value has all that another has; it may have more, such as numbers that are zero.</summary>
    private static bool Contains(JsonNode? whole, JsonNode? part) => (whole, part) switch
    {
        (System.Text.Json.Nodes.JsonObject w, System.Text.Json.Nodes.JsonObject p) => p.All(m => w.ContainsKey(m.Key) && Contains(w[m.Key], m.Value)),
        (System.Text.Json.Nodes.JsonArray w, System.Text.Json.Nodes.JsonArray p) => w.Count == p.Count && w.Zip(p).All(i => Contains(i.First, i.Second)),
        _ => JsonNode.DeepEquals(whole, part),
    };
}
