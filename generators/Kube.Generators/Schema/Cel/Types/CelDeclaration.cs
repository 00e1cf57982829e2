using Kube.Generators.Json;

namespace Kube.Generators.Schema.Cel.Types;

/// <summary>
/// A place in a schema as rules see it: its type, and how much can be there. Follows what the API server derives from a structural schema
/// (package <c>k8s.io/apiserver/pkg/cel/common</c>).
/// </summary>
internal sealed class CelDeclaration
{
    /// <summary>Bytes of the largest request; nothing in an object is larger.</summary>
    public const long MaxRequestBytes = 3 * 1024 * 1024;

    private const long Brackets = 2;

    // Before each further value there is at least a comma; an entry of a map has quotes, a key of two bytes, a colon and a comma.
    private const long Comma = 1;
    private const long MapEntryOverhead = 6;
    private const long PropertyOverhead = 4;

    private readonly Lazy<IReadOnlyDictionary<string, CelDeclaration>> _fields;

    private CelDeclaration(
        JsonObject schema, Func<CelDeclaration, CelType> type, long maxElements, long minSize, Func<IReadOnlyDictionary<string, CelDeclaration>>? fields = null)
    {
        Schema = schema;
        MaxElements = maxElements;
        MinSize = minSize;
        _fields = new(fields ?? (() => new Dictionary<string, CelDeclaration>()));
        Type = type(this);
    }

    public JsonObject Schema { get; }

    public CelType Type { get; }

    /// <summary>Most items, entries or bytes.</summary>
    public long MaxElements { get; }

    /// <summary>Fewest bytes of JSON.</summary>
    public long MinSize { get; }

    /// <summary>Items of a list, values of a map; null for others.</summary>
    public CelDeclaration? Elements { get; private init; }

    /// <summary>Fields of an object by the names that rules use.</summary>
    public IReadOnlyDictionary<string, CelDeclaration> Fields => _fields.Value;

    /// <summary>What rules see of a schema; null when they see nothing.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="path">Path of the place; tells the types of two objects apart.</param>
    /// <param name="isRoot">Whether it is a whole object, of whose metadata only the names are visible.</param>
    public static CelDeclaration? Of(JsonObject schema, string path, bool isRoot)
    {
        if (schema.Is(Keywords.IntOrString))
        {
            return new(schema, _ => CelType.Dyn, Length(schema) ?? MaxRequestBytes - Brackets, 1);
        }

        return (isRoot ? "object" : schema.TypeName()) switch
        {
            "array" => OfList(schema, path),
            "object" when schema[Keywords.AdditionalProperties] is JsonObject values => OfMap(schema, values, path),
            "object" => OfObject(isRoot ? CelRootSchema.WithNames(schema) : schema, path),
            "string" => OfText(schema),
            "boolean" => new(schema, _ => CelType.Bool, 0, 4),
            "number" => new(schema, _ => CelType.Double, 0, 1),
            "integer" => new(schema, _ => CelType.Int, 0, 1),
            _ => null,
        };
    }

    private static CelDeclaration? OfList(JsonObject schema, string path) =>
        Of(schema.Object(Keywords.Items), path + "[]", IsEmbedded(schema.Object(Keywords.Items))) is { } items
            ? new(
                schema,
                _ => CelType.List(items.Type),
                Count(schema, "maxItems") ?? (MaxRequestBytes - Brackets) / (items.MinSize + Comma),
                Brackets)
            {
                Elements = items,
            }
            : null;

    private static CelDeclaration? OfMap(JsonObject schema, JsonObject values, string path) =>
        Of(values, path + "{}", IsEmbedded(values)) is { } elements
            ? new(
                schema,
                _ => CelType.Map(CelType.String, elements.Type),
                Count(schema, "maxProperties") ?? (MaxRequestBytes - Brackets) / (elements.MinSize + MapEntryOverhead),
                Brackets)
            {
                Elements = elements,
            }
            : null;

    private static CelDeclaration OfObject(JsonObject schema, string path)
    {
        var properties = schema.Object(Keywords.Properties);
        var size = Brackets;
        foreach (var name in schema.Texts(Keywords.Required))
        {
            if (properties[name] is JsonObject property && property[Keywords.Default] is null
                && Of(property, "", IsEmbedded(property)) is { } required)
            {
                size += name.Length + required.MinSize + PropertyOverhead;
            }
        }

        return new(schema, d => CelType.Object(path, d), 0, size, () => FieldsOf(properties, path));
    }

    private static Dictionary<string, CelDeclaration> FieldsOf(JsonObject properties, string path)
    {
        var fields = new Dictionary<string, CelDeclaration>(StringComparer.Ordinal);
        foreach (var member in properties.Members)
        {
            if (CelNames.Escape(member.Name) is { } name && member.Value is JsonObject schema
                && Of(schema, $"{path}.{member.Name}", IsEmbedded(schema)) is { } field)
            {
                fields[name] = field;
            }
        }

        return fields;
    }

    private static CelDeclaration OfText(JsonObject schema)
    {
        const long NoBound = MaxRequestBytes - Brackets;
        return schema.Text(Keywords.Format) switch
        {
            "byte" => new(schema, _ => CelType.Bytes, Count(schema, "maxLength") ?? NoBound, 2),
            "duration" => new(schema, _ => CelType.Duration, 32, 3),
            "date" => new(schema, _ => CelType.Timestamp, 12, 12),
            "date-time" => new(schema, _ => CelType.Timestamp, 32, 21),
            _ => new(schema, _ => CelType.String, Length(schema) ?? LongestChoice(schema) ?? NoBound, 2),
        };
    }

    /// <summary>Bytes of the longest text: a character has up to four.</summary>
    private static long? Length(JsonObject schema) => Count(schema, "maxLength") * 4;

    private static long? LongestChoice(JsonObject schema) => schema.Texts(Keywords.Enum).Select(t => (long?)t.Length).Max();

    private static long? Count(JsonObject schema, string keyword) =>
        schema.Number(keyword) is { } count ? (long)Math.Min(Math.Max(count, 0), int.MaxValue) : null;

    private static bool IsEmbedded(JsonObject schema) => schema.Is(CelRootSchema.EmbeddedResource);
}
