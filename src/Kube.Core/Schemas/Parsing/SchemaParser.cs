using System.Text.Json;

namespace Kube;

/// <summary>Reads a schema. What is malformed is passed over: an API server would have refused the definition.</summary>
internal sealed class SchemaParser
{
    // Definitions repeat few patterns many times: that of quantities a hundred times in a pod template.
    private readonly Dictionary<string, Re2Pattern> _patterns = new(StringComparer.Ordinal);

    public static SchemaNode Parse(JsonElement schema) => new SchemaParser().Node(schema.Clone());

    /// <exception cref="FormatException">There is no such schema.</exception>
    public static SchemaNode ParseVersion(string crdJson, string version)
    {
        try
        {
            using var document = JsonDocument.Parse(crdJson);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("spec", out var spec) && spec.ValueKind == JsonValueKind.Object
                && spec.TryGetProperty("versions", out var versions) && versions.ValueKind == JsonValueKind.Array
                ? Parse(SchemaOf(versions, version))
                : throw new FormatException("It is no CustomResourceDefinition: 'spec.versions' is missing.");
        }
        catch (JsonException e)
        {
            throw new FormatException($"The definition is no JSON: {e.Message}", e);
        }
    }

    private static JsonElement SchemaOf(JsonElement versions, string version)
    {
        foreach (var item in versions.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Object && item.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String && name.ValueEquals(version))
            {
                return item.TryGetProperty("schema", out var schema) && schema.ValueKind == JsonValueKind.Object
                    && schema.TryGetProperty("openAPIV3Schema", out var found)
                    ? found
                    : throw new FormatException($"Version '{version}' of the definition has no schema.");
            }
        }

        throw new FormatException($"The definition has no version '{version}'.");
    }

    private SchemaNode Node(JsonElement schema)
    {
        var node = new SchemaNode();
        if (schema.ValueKind == JsonValueKind.Object)
        {
            foreach (var keyword in schema.EnumerateObject())
            {
                Read(node, keyword.Name, keyword.Value);
            }
        }

        return node;
    }

    private void Read(SchemaNode node, string keyword, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                ReadText(node, keyword, value.GetString()!);
                break;
            case JsonValueKind.Number:
                ReadNumber(node, keyword, value);
                break;
            case JsonValueKind.True or JsonValueKind.False:
                ReadTruth(node, keyword, value.GetBoolean());
                break;
            case JsonValueKind.Array:
                ReadList(node, keyword, value);
                break;
            case JsonValueKind.Object:
                ReadSchemas(node, keyword, value);
                break;
        }

        if (keyword == "default")
        {
            node.Default = value;
        }
    }

    private void ReadText(SchemaNode node, string keyword, string value)
    {
        switch (keyword)
        {
            case "type":
                node.Type = value;
                break;
            case "format":
                node.Format = value;
                break;
            case "pattern" when value.Length > 0:
                if (!_patterns.TryGetValue(value, out var pattern))
                {
                    _patterns.Add(value, pattern = new Re2Pattern(value));
                }

                node.Pattern = pattern;
                break;
            case "x-kubernetes-list-type":
                node.ListType = value;
                break;
        }
    }

    private static void ReadNumber(SchemaNode node, string keyword, JsonElement value)
    {
        var number = value.GetDouble();
        switch (keyword)
        {
            case "maximum": node.Maximum = number; break;
            case "minimum": node.Minimum = number; break;
            case "multipleOf": node.MultipleOf = number; break;
            case "maxLength": node.MaxLength = (long)number; break;
            case "minLength": node.MinLength = (long)number; break;
            case "maxItems": node.MaxItems = (long)number; break;
            case "minItems": node.MinItems = (long)number; break;
            case "maxProperties": node.MaxProperties = (long)number; break;
            case "minProperties": node.MinProperties = (long)number; break;
        }
    }

    private static void ReadTruth(SchemaNode node, string keyword, bool value)
    {
        switch (keyword)
        {
            case "nullable": node.IsNullable = value; break;
            case "exclusiveMaximum": node.IsMaximumExclusive = value; break;
            case "exclusiveMinimum": node.IsMinimumExclusive = value; break;
            case "uniqueItems": node.HasUniqueItems = value; break;
            case "x-kubernetes-int-or-string": node.IsIntOrString = value; break;
            case "x-kubernetes-preserve-unknown-fields": node.PreservesUnknown = value; break;
            case "x-kubernetes-embedded-resource": node.IsEmbeddedResource = value; break;
            case "additionalProperties" when value: node.AdditionalProperties = SchemaNode.Unstated; break;
            case "additionalProperties": node.ForbidsOtherProperties = true; break;
        }
    }

    private void ReadList(SchemaNode node, string keyword, JsonElement value)
    {
        switch (keyword)
        {
            case "enum": node.Enum = [.. value.EnumerateArray()]; break;
            case "required": node.Required = Texts(value); break;
            case "x-kubernetes-list-map-keys": node.ListKeys = Texts(value); break;
            case "x-kubernetes-validations": node.HasRules = value.GetArrayLength() > 0; break;
            case "allOf": node.AllOf = [.. value.EnumerateArray().Select(Node)]; break;
            case "anyOf": node.AnyOf = [.. value.EnumerateArray().Select(Node)]; break;
            case "oneOf": node.OneOf = [.. value.EnumerateArray().Select(Node)]; break;
        }
    }

    private void ReadSchemas(SchemaNode node, string keyword, JsonElement value)
    {
        switch (keyword)
        {
            case "items": node.Items = Node(value); break;
            case "additionalProperties": node.AdditionalProperties = Node(value); break;
            case "not": node.Not = Node(value); break;
            case "properties":
                node.Properties = new(StringComparer.Ordinal);
                foreach (var property in value.EnumerateObject())
                {
                    node.Properties[property.Name] = Node(property.Value);
                }

                break;
        }
    }

    private static List<string> Texts(JsonElement list) =>
        [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)];
}
