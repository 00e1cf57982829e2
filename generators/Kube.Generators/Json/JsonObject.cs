using Kube.Generators.Model;

namespace Kube.Generators.Json;

/// <summary>A JSON object whose members are sorted by name, ordinally. Immutable: <see cref="With"/> copies.</summary>
internal sealed record JsonObject : JsonValue
{
    private JsonObject(EquatableArray<JsonMember> members) => Members = members;

    public static JsonObject Empty { get; } = new(EquatableArray<JsonMember>.Empty);

    public EquatableArray<JsonMember> Members { get; }

    public JsonValue? this[string name] => Members.FirstOrDefault(m => m.Name == name)?.Value;

    public static JsonObject Of(params (string Name, JsonValue Value)[] members) =>
        Of(members.Select(m => new JsonMember(m.Name, m.Value)));

    /// <summary>Makes an object; of members with the same name the last one counts.</summary>
    public static JsonObject Of(IEnumerable<JsonMember> members)
    {
        var sorted = new SortedDictionary<string, JsonMember>(StringComparer.Ordinal);
        foreach (var member in members)
        {
            sorted[member.Name] = member;
        }

        return new(sorted.Values.ToEquatableArray());
    }

    /// <summary>A copy in which one member is added or replaced.</summary>
    public JsonObject With(string name, JsonValue value) => Of(Members.Append(new(name, value)));

    /// <summary>A copy in which one member is missing.</summary>
    public JsonObject Without(string name) => this[name] is null ? this : Of(Members.Where(m => m.Name != name));

    /// <summary>A copy with a text member; the object itself when the text is null.</summary>
    public JsonObject WithText(string name, string? value) => value is null ? this : With(name, Of(value));

    /// <summary>The text of a member; null when it is absent or no text.</summary>
    public string? Text(string name) => (this[name] as JsonString)?.Value;
}
