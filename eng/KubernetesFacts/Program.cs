using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using KubernetesFacts;
using KubernetesFacts.Go;
using KubernetesFacts.Merging;

const string MergeSchema = "k8s.io/client-go/applyconfigurations/internal/internal.go";
if (args is not [var sources, var version, var factsFile, var topologyFile])
{
    Console.Error.WriteLine("usage: kubernetes-facts <folder with k8s.io> <version, such as 1.36> <facts.json> <topology.json>");
    return 2;
}

var facts = new FactsReader(GoPackages.Read(sources)).Read();
facts.Insert(0, "kubernetes", version);
await WriteAsync(factsFile, facts);
await WriteAsync(topologyFile, TopologyReader.Read(await File.ReadAllTextAsync(Path.Combine(sources, MergeSchema))));
return 0;

// What a new Kubernetes brings is for people to read before they commit it.
static async Task WriteAsync(string output, JsonObject table)
{
    var options = new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    var before = File.Exists(output) ? JsonNode.Parse(await File.ReadAllTextAsync(output))!.AsObject() : [];
    await File.WriteAllTextAsync(output, table.ToJsonString(options));
    var names = table.Select(t => t.Key).Union(before.Select(t => t.Key)).Order(StringComparer.Ordinal);
    var changed = names.Where(n => !JsonNode.DeepEquals(table[n], before[n])).ToList();
    foreach (var name in changed)
    {
        Console.WriteLine($"{name}\n  was {before[name]?.ToJsonString(options) ?? "not there"}\n  is  {table[name]?.ToJsonString(options) ?? "gone"}");
    }

    Console.WriteLine($"{Path.GetFileName(output)}: {table.Count} entries, {changed.Count} differ from before.");
}
