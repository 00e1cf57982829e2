using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kube.Runtime.Client.Decoding.Plans;

/// <summary>Texts. Equal short ones are one object.</summary>
internal sealed class TextPlan : ValuePlan
{
    public override object? Read(ref JsonCursor cursor) =>
        cursor.Json.TokenType == JsonTokenType.String ? SharedTexts.Read(ref cursor.Json) : Undone;
}

/// <summary>Truth values.</summary>
internal sealed class TruthPlan : ValuePlan
{
    private static readonly object s_true = true;
    private static readonly object s_false = false;

    public override object? Read(ref JsonCursor cursor) => cursor.Json.TokenType switch
    {
        JsonTokenType.True => s_true,
        JsonTokenType.False => s_false,
        _ => Undone,
    };
}

/// <summary>Numbers of 32 bits.</summary>
internal sealed class Int32Plan : ValuePlan
{
    public override object? Read(ref JsonCursor cursor) =>
        cursor.Json.TokenType == JsonTokenType.Number && cursor.Json.TryGetInt32(out var number) ? number : Undone;
}

/// <summary>Numbers of 64 bits.</summary>
internal sealed class Int64Plan : ValuePlan
{
    public override object? Read(ref JsonCursor cursor) =>
        cursor.Json.TokenType == JsonTokenType.Number && cursor.Json.TryGetInt64(out var number) ? number : Undone;
}

/// <summary>Bytes in Base64, which secrets hold.</summary>
internal sealed class BytesPlan : ValuePlan
{
    public override object? Read(ref JsonCursor cursor) =>
        cursor.Json.TokenType == JsonTokenType.String && cursor.Json.TryGetBytesFromBase64(out var bytes) ? bytes : Undone;
}

/// <summary>Values of one token that have a converter: times, quantities, numbers or texts.</summary>
internal sealed class ConverterPlan<T>(JsonConverter<T> converter, JsonSerializerOptions options) : ValuePlan
{
    public override object? Read(ref JsonCursor cursor) =>
        cursor.Json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray
            ? Undone
            : converter.Read(ref cursor.Json, typeof(T), options);
}
