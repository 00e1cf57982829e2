using System.Globalization;
using System.Text.Json.Nodes;

namespace Kube.Core.Tests.Clients;

/// <summary>Applies JSON patches to the letter of RFC 6902, as an API server does: independent of the code that writes them.</summary>
internal static class JsonPatchApplier
{
    public static JsonObject Apply(JsonArray operations, JsonObject document)
    {
        var result = (JsonObject)document.DeepClone();
        foreach (var operation in operations)
        {
            var path = (string)operation!["path"]!;
            switch ((string)operation["op"]!)
            {
                case "add":
                    Add(result, path, operation["value"]?.DeepClone());
                    break;
                case "remove":
                    Take(result, path);
                    break;
                case "replace":
                    Take(result, path);
                    Add(result, path, operation["value"]?.DeepClone());
                    break;
                case "move":
                    Add(result, path, Take(result, (string)operation["from"]!));
                    break;
                case "test":
                    Assert.True(JsonNode.DeepEquals(Parent(result, path, out var name)[name], operation["value"]), $"test of {path}");
                    break;
                default:
                    throw new InvalidOperationException($"unknown operation {operation}");
            }
        }

        return result;
    }

    private static void Add(JsonObject document, string path, JsonNode? value)
    {
        switch (Parent(document, path, out var name))
        {
            case JsonArray list:
                list.Insert(int.Parse(name, CultureInfo.InvariantCulture), value);
                break;
            case JsonObject parent:
                parent[name] = value;
                break;
        }
    }

    private static JsonNode? Take(JsonObject document, string path)
    {
        switch (Parent(document, path, out var name))
        {
            case JsonArray list:
                var index = int.Parse(name, CultureInfo.InvariantCulture);
                var item = list[index];
                list.RemoveAt(index);
                return item;
            case JsonObject parent when parent.TryGetPropertyValue(name, out var value):
                parent.Remove(name);
                return value;
            default:
                throw new InvalidOperationException($"nothing at {path}");
        }
    }

    private static JsonNode Parent(JsonObject document, string path, out string name)
    {
        var steps = path.Split('/')[1..].Select(step => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));
        JsonNode node = document;
        foreach (var step in steps.SkipLast(1))
        {
            node = (node is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)] : node[step])
                ?? throw new InvalidOperationException($"no parent for {path}");
        }

        name = steps.Last();
        return node;
    }
}
