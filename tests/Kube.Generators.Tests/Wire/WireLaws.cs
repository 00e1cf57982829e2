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
        var differences = new WireNames(run).Compare();
        Assert.True(differences.Count == 0, $"{string.Join("\n", differences)}\n{source}");
        var samples = Enumerable.Range(0, Variants).Select(v => new WireSample(run, v).OfKind()).OfType<JsonObject>().Select(JsonPrinter.Print).Distinct().ToList();
        foreach (var sample in samples)
        {
            Hold(run, sample, source);
        }

        return samples.Count;
    }

    private static void Hold(WireRun run, string sample, string source)
    {
        var kind = run.TypeOf("Demo.Example");
        var value = run.Read(sample, kind);
        var written = Stored(run.Write(value), run.Schema);
        Assert.True(Contains(JsonNode.Parse(written), JsonNode.Parse(sample)), $"read   {sample}\nwrote  {written}\n{source}");
        Assert.True(ValueCheck.WhyInvalid(WithoutMetadata(written), run.Schema) is not { } reason, $"{ValueCheck.WhyInvalid(WithoutMetadata(written), run.Schema)}\n{written}\n{source}");
        AssertSame(written, Stored(run.Write(run.Read(written, kind)), run.Schema), "read again", source);

        var copy = run.Call("Demo.ExampleContent", "DeepClone", value)!;
        AssertSame(written, Stored(run.Write(copy), run.Schema), "copied", source);
        Assert.True((bool)run.Call("Demo.ExampleContent", "DeepEquals", value, copy)!, $"a copy is not equal: {written}\n{source}");
        Assert.NotSame(value, copy);
        foreach (var other in WireChanges.Of(written))
        {
            if (run.TryRead(other, kind) is not { } changed)
            {
                continue;
            }

            Assert.False((bool)run.Call("Demo.ExampleContent", "DeepEquals", value, changed)!, $"equal, though changed: {other}\n{source}");
            AssertSame(written, Stored(run.Write(value), run.Schema), "unchanged", source);
        }

        AssertSame(written, WireTwin.Write(value, run.TypeOf("Demo.ExampleApply")), "applied", source);
    }

    /// <summary>What the server keeps: it drops what has no schema, such as members that the serializer only writes.</summary>
    private static string Stored(string written, JsonObject schema) => JsonPrinter.Print(WirePruning.OfKind((JsonObject)JsonReader.Read(written)!, schema));

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
