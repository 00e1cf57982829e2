using System.Globalization;
using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Kube.Generators.Json;
using Kube.Generators.Schema;
using Kube.Generators.Schema.Rules;

namespace Kube.Generators.Tests.Wire;

/// <summary>
/// Makes a valid JSON value of a type: every property that the schema has, in the order of the server, which is by name.
/// </summary>
/// <param name="run">The kind.</param>
/// <param name="variant">Which of several forms, where there are some: derived types, members of enums.</param>
internal sealed class WireSample(WireRun run, int variant)
{
    private const int MostDepth = 24;

    private static readonly JsonObject s_free = JsonObject.Of(("free", new JsonArray(new([new JsonNumber("1"), JsonValue.Of("a"), new JsonNull()]))));

    /// <summary>Texts of the types that have a form of their own; the schema may not know it.</summary>
    private static readonly Dictionary<Type, string> s_texts = new()
    {
        [typeof(DateTime)] = "2024-05-06T07:08:09Z",
        [typeof(DateTimeOffset)] = "2024-05-06T07:08:09+00:00",
        [typeof(DateOnly)] = "2024-05-06",
        [typeof(TimeOnly)] = "01:02:03",
        [typeof(TimeSpan)] = "01:30:00",
        [typeof(Duration)] = "1h30m0s",
        [typeof(Guid)] = "00000000-0000-0000-0000-000000000001",
        [typeof(Uri)] = "http://a/b",
        [typeof(Version)] = "1.2.3",
        [typeof(char)] = "x",
        [typeof(byte[])] = "AQI=",
        [typeof(Memory<byte>)] = "AQI=",
        [typeof(ReadOnlyMemory<byte>)] = "AQI=",
        [typeof(k8s.Models.ResourceQuantity)] = "500m",
        [typeof(k8s.Models.IntOrString)] = "http",
    };

    /// <summary>The whole object.</summary>
    /// <returns>Null when no valid one was found.</returns>
    public JsonObject? OfKind()
    {
        var members = new List<JsonMember>
        {
            new("apiVersion", JsonValue.Of("example.com/v1")),
            new("kind", JsonValue.Of("Example")),
            new("metadata", JsonObject.Of(("name", JsonValue.Of("x")))),
        };
        foreach (var property in run.Schema.Object(Keywords.Properties).Members.Where(p => p.Name is not ("apiVersion" or "kind" or "metadata")))
        {
            if (Of(TypeOf(run.Kind, property.Name), (JsonObject)property.Value, 0) is { } value)
            {
                members.Add(new(property.Name, value));
            }
            else if (run.Schema.Texts(Keywords.Required).Contains(property.Name))
            {
                return null;
            }
        }

        return JsonObject.Of(members);
    }

    private static Type TypeOf(JsonTypeInfo owner, string name) => owner.Properties.First(p => p.Name == name).PropertyType;

    private JsonValue? Of(Type type, JsonObject schema, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        var value = depth > MostDepth ? null : Candidates(type, schema, depth).FirstOrDefault(c => c is not null && ValueCheck.WhyInvalid(c, schema) is null);
        return value;
    }

    private IEnumerable<JsonValue?> Candidates(Type type, JsonObject schema, int depth)
    {
        if (schema[Keywords.Enum] is JsonArray allowed)
        {
            return Rotate(type.IsEnum ? allowed.Items.Where(n => n is JsonString name && IsWritten(name.Value, type)) : allowed.Items);
        }

        if (schema[Keywords.Default] is { } known && variant % 2 == 1 && !s_texts.ContainsKey(type))
        {
            return [known];
        }

        if (s_texts.TryGetValue(type, out var text))
        {
            return [JsonValue.Of(text)];
        }

        return schema.TypeName() switch
        {
            "boolean" => [JsonValue.Of(true), JsonValue.Of(false)],
            "integer" => Numbers(schema, "1", "7"),
            "number" => Numbers(schema, "1.5", "1"),
            "string" => [JsonValue.Of("a"), JsonValue.Of("abcdefgh"), JsonValue.Of("1x1"), JsonValue.Of("")],
            "array" => [List(type, schema, depth), new JsonArray(default)],
            "object" when schema[Keywords.AdditionalProperties] is JsonObject values => [Map(type, values, depth), JsonObject.Empty],
            "object" when schema[Keywords.Properties] is not null => [Object(type, schema, depth)],
            "object" => [type == typeof(System.Text.Json.Nodes.JsonObject) ? s_free : JsonObject.Empty],
            _ => [Free(type)],
        };
    }

    /// <summary>A value where the schema says nothing.</summary>
    private JsonValue? Free(Type type) => type == typeof(System.Text.Json.Nodes.JsonValue) ? new JsonNumber("1")
        : IsFree(type) ? s_free
        : type.IsPrimitive || type.IsEnum || type == typeof(decimal) || type == typeof(string) ? null
        : run.Info(type).Kind == JsonTypeInfoKind.Enumerable ? new JsonArray(default)
        : JsonObject.Empty;

    /// <summary>Whether a member of an enum is written by this name: of several with one value, only the first is.</summary>
    private static bool IsWritten(string name, Type type) => type.GetFields(BindingFlags.Static | BindingFlags.Public).Any(
        f => (f.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? f.Name) == name && Enum.GetName(type, f.GetValue(null)!) == f.Name);

    private static bool IsFree(Type type) => type == typeof(object) || type.Namespace is "System.Text.Json" or "System.Text.Json.Nodes";

    private static IEnumerable<JsonValue?> Numbers(JsonObject schema, params string[] plain)
    {
        var bounds = new[] { schema.Number(Keywords.Minimum), schema.Number(Keywords.Maximum) }.OfType<decimal>()
            .SelectMany(b => new[] { b, b + 1, b - 1 }).Select(b => b.ToString(CultureInfo.InvariantCulture));
        return plain.Concat(bounds).Append("0").Select(n => new JsonNumber(n));
    }

    private IEnumerable<JsonValue?> Rotate(IEnumerable<JsonValue> values)
    {
        var all = values.ToList();
        return all.Skip(variant % Math.Max(1, all.Count)).Concat(all);
    }

    private JsonArray? List(Type type, JsonObject schema, int depth)
    {
        var items = schema.Object(Keywords.Items);
        if (type == typeof(System.Text.Json.Nodes.JsonArray))
        {
            return new(new([s_free, new JsonNull()]));
        }

        var itemType = run.Info(type).ElementType ?? typeof(object);
        return Of(itemType, items, depth + 1) is { } item
            ? new(items.Is(Keywords.Nullable) ? new([item, new JsonNull()]) : new([item]))
            : null;
    }

    private JsonObject? Map(Type type, JsonObject values, int depth)
    {
        var info = run.Info(type);
        var key = KeyOf(info.KeyType ?? typeof(string));
        return Of(info.ElementType ?? typeof(object), values, depth + 1) is { } value
            ? JsonObject.Of(values.Is(Keywords.Nullable) && info.KeyType == typeof(string) ? [(key, value), ("none", new JsonNull())] : [(key, value)])
            : null;
    }

    private static string KeyOf(Type type) =>
        s_texts.TryGetValue(type, out var text) ? text
        : type.IsEnum ? type.GetFields(BindingFlags.Static | BindingFlags.Public)[0] is var field
            ? field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? field.Name : ""
        : type == typeof(bool) ? "True"
        : type == typeof(string) ? "key"
        : "1";

    private JsonObject? Object(Type type, JsonObject schema, int depth)
    {
        var info = run.Info(type);
        var members = new List<JsonMember>();
        if (info.PolymorphismOptions is { DerivedTypes: { Count: > 0 } derived } union)
        {
            var one = derived[variant % derived.Count];
            info = run.Info(one.DerivedType);
            var tag = one.TypeDiscriminator is int number ? new JsonNumber(number.ToString(CultureInfo.InvariantCulture)) : JsonValue.Of((string)one.TypeDiscriminator!);
            members.Add(new(union.TypeDiscriminatorPropertyName, tag));
        }

        if (type.GetCustomAttribute<k8s.Models.KubernetesEntityAttribute>() is { Group: { Length: > 0 } } identity)
        {
            members.Add(new("apiVersion", JsonValue.Of($"{identity.Group}/{identity.ApiVersion}")));
            members.Add(new("kind", JsonValue.Of(identity.Kind)));
        }

        foreach (var property in schema.Object(Keywords.Properties).Members.Where(p => members.All(m => m.Name != p.Name)))
        {
            if (info.Properties.FirstOrDefault(p => p.Name == property.Name) is not { } known)
            {
                continue;
            }

            if (Of(known.PropertyType, (JsonObject)property.Value, depth + 1) is { } value)
            {
                members.Add(new(property.Name, value));
            }
            else if (schema.Texts(Keywords.Required).Contains(property.Name))
            {
                return null;
            }
        }

        return JsonObject.Of(members);
    }
}
