using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;
using Kube.Generators.Schema.KubernetesFacts;
using Kube.Generators.Schema.Rules;

namespace Kube.Generators.Schema;

/// <summary>Turns the types of one kind into its structural schema. A type that is used in several places is worked out once.</summary>
internal sealed class SchemaBuilder(SchemaContext context)
{
    private readonly Dictionary<string, JsonObject> _finished = new(StringComparer.Ordinal);
    private readonly List<ObjectModel> _open = [];

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
            (Keywords.Type, JsonValue.Of("object")), (Keywords.AdditionalProperties, Build(map.Values, property))),
        ObjectReference reference => BuildReference(context.TypeOf(reference), property),
        _ => throw new InvalidOperationException($"Unknown model {type.GetType().Name}."),
    };

    private JsonObject BuildList(ListModel list, PropertyModel property)
    {
        var schema = JsonObject.Of((Keywords.Type, JsonValue.Of("array")), (Keywords.Items, Build(list.Items, property)));

        // The server compares the items of a set as scalars; any other set is to it a list that is replaced as a whole.
        return list.IsSet && schema.Object(Keywords.Items).IsScalar() ? schema.With(Keywords.ListType, JsonValue.Of("set")) : schema;
    }

    private JsonObject BuildReference(ObjectModel type, PropertyModel property)
    {
        if (_finished.TryGetValue(type.Id, out var finished))
        {
            return finished;
        }

        var start = _open.IndexOf(type);
        if (start < 0)
        {
            return _finished[type.Id] = Build(type);
        }

        if (!property.Validation.PreservesUnknownFields)
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
        var properties = new List<JsonMember>();
        var required = new List<string>();
        foreach (var property in type.Properties.Where(p => EmbeddedMetadata.Has(type, p.JsonName)))
        {
            var schema = PropertyRules.Apply(Build(property.Type, property), property, context);
            properties.Add(new(property.JsonName, FactsRule.Apply(schema, property, facts)));
            if (FactsRule.IsRequired(property, facts) || DefaultRule.IsRequired(property, schema))
            {
                required.Add(property.JsonName);
            }
        }

        _open.Remove(type);
        return TypeRules.Apply(Object(properties, required), type, facts, context);
    }

    private static JsonObject Object(List<JsonMember> properties, List<string> required)
    {
        var schema = JsonObject.Of((Keywords.Type, JsonValue.Of("object")));
        schema = properties.Count == 0 ? schema : schema.With(Keywords.Properties, JsonObject.Of(properties));
        required.Sort(StringComparer.Ordinal);
        return required.Count == 0 ? schema : schema.With(Keywords.Required, JsonValue.Of(required));
    }
}
