using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;
using Kube.Generators.Schema.KubernetesFacts;
using Kube.Generators.Schema.Rules;
using Kube.Generators.Schema.Stated;
using Kube.Generators.Schema.Unions;

namespace Kube.Generators.Schema;

/// <summary>Turns the types of one kind into its structural schema. A type that is used in several places is worked out once.</summary>
internal sealed class SchemaBuilder(SchemaContext context)
{
    private readonly Dictionary<string, JsonObject> _finished = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonObject> _finishedWithCuts = new(StringComparer.Ordinal);
    private readonly List<ObjectModel> _open = [];
    private int _cuts;

    /// <summary>The schema of the kind itself.</summary>
    public JsonObject BuildRoot(ObjectModel kind)
    {
        var schema = Build(kind);
        var properties = schema.Object(Keywords.Properties)
            .With("apiVersion", ScalarSchemas.For(ScalarKind.Text))
            .With("kind", ScalarSchemas.For(ScalarKind.Text))

            // The server knows the metadata of whole objects better than a schema could say, and refuses one that says more.
            .With("metadata", JsonObject.Of((Keywords.Type, JsonValue.Of("object"))));
        return schema.With(Keywords.Properties, properties);
    }

    private JsonObject Build(TypeModel type, PropertyModel property) => type switch
    {
        ScalarModel scalar => ScalarSchemas.For(scalar.Kind),
        EnumModel choice => ScalarSchemas.For(ScalarKind.Text).With(Keywords.Enum, JsonValue.Of(choice.Names)),
        ListModel list => BuildList(list, property),
        MapModel map => JsonObject.Of(
            (Keywords.Type, JsonValue.Of("object")), (Keywords.AdditionalProperties, WithNulls(Build(map.Values, property), property, map.HasNulls))),
        StatedModel stated => StatedSchema.Build(stated, context),
        ObjectReference reference => BuildReference(context.TypeOf(reference), property),
        _ => throw new InvalidOperationException($"Unknown model {type.GetType().Name}."),
    };

    private JsonObject BuildList(ListModel list, PropertyModel property)
    {
        var items = WithNulls(Build(list.Items, property), property, list.HasNulls);
        var schema = JsonObject.Of((Keywords.Type, JsonValue.Of("array")), (Keywords.Items, items));

        // The server compares the items of a set as scalars; any other set is to it a list that is replaced as a whole.
        return list.IsSet && items.IsScalar() ? schema.With(Keywords.ListType, JsonValue.Of("set")) : schema;
    }

    // The models of Kubernetes write numbers in lists as nullable, though its own types are not.
    private JsonObject WithNulls(JsonObject schema, PropertyModel property, bool hasNulls) =>
        hasNulls && !_open[^1].IsKubernetes
            ? NullableRule.WithNull(schema, property, "write the enum in it without a question mark", context)
            : schema;

    private JsonObject BuildReference(ObjectModel type, PropertyModel property)
    {
        // Below a property that leaves unknown fields alone, a circle ends where it closes; elsewhere it is an error.
        var isCut = _cuts > 0 || property.Validation.PreservesUnknownFields;
        var finished = isCut ? _finishedWithCuts : _finished;
        if (finished.TryGetValue(type.Id, out var known))
        {
            return known;
        }

        var start = _open.IndexOf(type);
        if (start < 0)
        {
            _cuts += isCut ? 1 : 0;
            var schema = finished[type.Id] = Build(type);
            _cuts -= isCut ? 1 : 0;
            return schema;
        }

        if (!isCut)
        {
            var cycle = string.Join(" -> ", _open.Skip(start).Append(type).Select(t => t.Name));
            context.Report(DiagnosticIds.Recursion, property.Target, cycle);
        }

        return ScalarSchemas.For(ScalarKind.AnyObject);
    }

    private JsonObject Build(ObjectModel type)
    {
        _open.Add(type);
        var facts = type.IsKubernetes ? FactsTable.For(type.Name) : TypeFacts.None;
        var schema = type.Union is { } union
            ? new UnionBuilder(type, union, context).Build(one => BuildProperties(one, TypeFacts.None))
            : Object(BuildProperties(type, facts));
        _open.Remove(type);
        return TypeRules.Apply(schema, type, facts, context);
    }

    private List<BuiltProperty> BuildProperties(ObjectModel type, TypeFacts facts)
    {
        var properties = new List<BuiltProperty>();
        foreach (var property in type.Properties.Where(p => EmbeddedMetadata.Has(type, p.JsonName)))
        {
            var schema = PropertyRules.Apply(Build(property.Type, property), property, context);
            var isRequired = FactsRule.IsRequired(property, facts) || DefaultRule.IsRequired(property, schema);
            properties.Add(new(property, FactsRule.Apply(schema, property, facts), isRequired));
        }

        return properties;
    }

    private static JsonObject Object(List<BuiltProperty> properties)
    {
        var schema = JsonObject.Of((Keywords.Type, JsonValue.Of("object")));
        schema = properties.Count == 0
            ? schema
            : schema.With(Keywords.Properties, JsonObject.Of(properties.Select(p => new JsonMember(p.Property.JsonName, p.Schema))));
        var required = properties.Where(p => p.IsRequired).Select(p => p.Property.JsonName).ToList();
        required.Sort(StringComparer.Ordinal);
        return required.Count == 0 ? schema : schema.With(Keywords.Required, JsonValue.Of(required));
    }
}
