using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>A column of a table, and how its cells are made.</summary>
internal sealed record TableColumn(string Name, string Type, Func<JsonObject, DateTimeOffset, JsonNode?> Cell, string Format = "", string Description = "", int Priority = 0)
{
    public JsonObject Describe() => new()
    {
        ["name"] = Name,
        ["type"] = Type,
        ["format"] = Format,
        ["description"] = Description,
        ["priority"] = Priority,
    };
}
