using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema;

/// <summary>Schemas of types without parts.</summary>
internal static class ScalarSchemas
{
    /// <summary>What Kubernetes takes for a quantity, such as <c>500m</c> or <c>1.5Gi</c>.</summary>
    public const string QuantityPattern =
        @"^(\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))))?$";

    /// <summary>
    /// Of what the format <c>duration</c> lets pass, such as <c>2 days ago</c>, the part that means the same to the server and to
    /// <c>Kube.Duration</c>: Go's form, and the times of ISO 8601 in whole numbers.
    /// </summary>
    private const string DurationPattern =
        @"^([+-]?(0|(([0-9]+(\.[0-9]*)?|\.[0-9]+)(ns|us|µs|μs|ms|s|m|h))+)|PT([0-9]+H)?([0-9]+M)?([0-9]+S)?)$";

    public static JsonObject For(ScalarKind kind) => kind switch
    {
        ScalarKind.Boolean => TypeOf("boolean"),
        ScalarKind.SByte => Within(null, sbyte.MinValue, sbyte.MaxValue),
        ScalarKind.Byte => Within(null, byte.MinValue, byte.MaxValue),
        ScalarKind.Int16 => Within(null, short.MinValue, short.MaxValue),
        ScalarKind.UInt16 => Within(null, ushort.MinValue, ushort.MaxValue),
        ScalarKind.UInt32 => Within("int64", uint.MinValue, uint.MaxValue),

        // Servers keep whole numbers as int64: what is above they refuse without a bound. To the bound itself they would count every
        // number as too large, because as a 64-bit fraction it is 2^63, which overflows.
        ScalarKind.UInt64 => TypeOf("integer", "int64").With(Keywords.Minimum, JsonValue.Of(0)),
        ScalarKind.Int32 => TypeOf("integer", "int32"),
        ScalarKind.Int64 => TypeOf("integer", "int64"),
        ScalarKind.Number => TypeOf("number"),
        ScalarKind.DateTime => TypeOf("string", "date-time"),
        ScalarKind.Date => TypeOf("string", "date"),
        ScalarKind.Character => TypeOf("string").With("minLength", JsonValue.Of(1)).With("maxLength", JsonValue.Of(1)),
        ScalarKind.Duration => TypeOf("string", "duration").With(Keywords.Pattern, JsonValue.Of(DurationPattern)),
        ScalarKind.Uuid => TypeOf("string", "uuid"),
        ScalarKind.Uri => TypeOf("string", "uri"),
        ScalarKind.Bytes => TypeOf("string", "byte"),

        // No anyOf of integer and string beside the flag: the server adds both types itself, and they are 89 bytes each time.
        ScalarKind.IntOrString => Flag(Keywords.IntOrString),
        ScalarKind.Quantity => Flag(Keywords.IntOrString).With(Keywords.Pattern, JsonValue.Of(QuantityPattern)),
        ScalarKind.AnyObject => TypeOf("object").With(Keywords.PreserveUnknownFields, JsonValue.Of(true)),
        ScalarKind.AnyList => JsonObject.Of(
            (Keywords.Type, JsonValue.Of("array")), (Keywords.Items, Flag(Keywords.PreserveUnknownFields).With(Keywords.Nullable, JsonValue.Of(true)))),
        ScalarKind.Any => Flag(Keywords.PreserveUnknownFields),
        _ => TypeOf("string"),
    };

    private static JsonObject Within(string? format, long minimum, long maximum) => TypeOf("integer", format)
        .With(Keywords.Minimum, JsonValue.Of(minimum)).With(Keywords.Maximum, JsonValue.Of(maximum));

    private static JsonObject TypeOf(string type, string? format = null) =>
        JsonObject.Of((Keywords.Type, JsonValue.Of(type))).WithText(Keywords.Format, format);

    private static JsonObject Flag(string name) => JsonObject.Of((name, JsonValue.Of(true)));
}
