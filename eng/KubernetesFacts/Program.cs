using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using KubernetesFacts;
using KubernetesFacts.Go;

if (args is not [var sources, var output])
{
    Console.Error.WriteLine("usage: kubernetes-facts <folder with k8s.io> <output.json>");
    return 2;
}

var options = new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
var table = new FactsReader(GoPackages.Read(sources)).Read();
var before = File.Exists(output) ? JsonNode.Parse(await File.ReadAllTextAsync(output))!.AsObject() : [];
await File.WriteAllTextAsync(output, table.ToJsonString(options));

// What a new Kubernetes brings is for people to read before they commit it.
var names = table.Select(t => t.Key).Union(before.Select(t => t.Key)).Order(StringComparer.Ordinal);
var changed = names.Where(n => !JsonNode.DeepEquals(table[n], before[n])).ToList();
foreach (var name in changed)
{
    Console.WriteLine($"{name}\n  was {before[name]?.ToJsonString(options) ?? "not there"}\n  is  {table[name]?.ToJsonString(options) ?? "gone"}");
}

Console.WriteLine($"{table.Count} types, {changed.Count} differ from before.");
return 0;
