using Kube.Generators.Model;

namespace Kube.Generators.Json;

/// <summary>A JSON value that compares by content.</summary>
internal abstract record JsonValue
{
    public static JsonValue Of(string value) => new JsonString(value);

    public static JsonValue Of(bool value) => new JsonBoolean(value);

    public static JsonValue Of(long value) => new JsonNumber(value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static JsonValue Of(IEnumerable<string> values) => new JsonArray(values.Select(Of).ToEquatableArray());
}

internal sealed record JsonString(string Value) : JsonValue;

/// <summary>A number, as it is written.</summary>
internal sealed record JsonNumber(string Text) : JsonValue
{
    public decimal? Value =>
        decimal.TryParse(Text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    public bool IsInteger => Value is { } value && decimal.Truncate(value) == value;
}

internal sealed record JsonBoolean(bool Value) : JsonValue;

internal sealed record JsonNull : JsonValue;

internal sealed record JsonArray(EquatableArray<JsonValue> Items) : JsonValue;

/// <summary>A member of an object.</summary>
internal sealed record JsonMember(string Name, JsonValue Value);
