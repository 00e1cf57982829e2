using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema;

/// <summary>Schemas of types without parts.</summary>
internal static class ScalarSchemas
{
    /// <summary>What Kubernetes takes for a quantity, such as <c>500m</c> or <c>1.5Gi</c>.</summary>
    private const string QuantityPattern =
        @"^(\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))))?$";

    public static JsonObject For(ScalarKind kind) => kind switch
    {
        ScalarKind.Boolean => TypeOf("boolean"),
        ScalarKind.Int32 => TypeOf("integer", "int32"),
        ScalarKind.Int64 => TypeOf("integer", "int64"),
        ScalarKind.Number => TypeOf("number"),
        ScalarKind.DateTime => TypeOf("string", "date-time"),
        ScalarKind.Date => TypeOf("string", "date"),
        ScalarKind.Uuid => TypeOf("string", "uuid"),
        ScalarKind.Uri => TypeOf("string", "uri"),
        ScalarKind.Bytes => TypeOf("string", "byte"),

        // No anyOf of integer and string beside the flag: the server adds both types itself, and they are 89 bytes each time.
        ScalarKind.IntOrString => Flag(Keywords.IntOrString),
        ScalarKind.Quantity => Flag(Keywords.IntOrString).With(Keywords.Pattern, JsonValue.Of(QuantityPattern)),
        ScalarKind.AnyObject => TypeOf("object").With(Keywords.PreserveUnknownFields, JsonValue.Of(true)),
        ScalarKind.Any => Flag(Keywords.PreserveUnknownFields),
        _ => TypeOf("string"),
    };

    private static JsonObject TypeOf(string type, string? format = null) =>
        JsonObject.Of((Keywords.Type, JsonValue.Of(type))).WithText(Keywords.Format, format);

    private static JsonObject Flag(string name) => JsonObject.Of((name, JsonValue.Of(true)));
}
