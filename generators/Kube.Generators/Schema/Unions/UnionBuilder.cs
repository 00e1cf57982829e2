using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;
using Kube.Generators.Schema.Rules;

namespace Kube.Generators.Schema.Unions;

/// <summary>
/// The schema of a value that is one of several types: the properties of all of them, the discriminator as an enum, and rules that say which
/// of the properties go with it. A structural schema has each property once, so that alternatives are rules and no schemas.
/// </summary>
internal sealed class UnionBuilder(ObjectModel type, UnionModel union, SchemaContext context)
{
    /// <summary>A property of one case, with its schema.</summary>
    private sealed record Part(UnionCaseModel Case, PropertyModel Property, JsonObject Schema, bool IsRequired);

    /// <summary>The schema.</summary>
    /// <param name="build">Makes the schema of the properties of one case.</param>
    public JsonObject Build(Func<ObjectModel, IReadOnlyList<BuiltProperty>> build)
    {
        var parts = union.Cases.SelectMany(c => build(c.Type).Select(p => new Part(c, p.Property, p.Schema, p.IsRequired))).ToList();
        var properties = new List<JsonMember> { new(union.Discriminator, Discriminator()) };
        var required = new List<string>(union.IsRequired ? [union.Discriminator] : []);
        foreach (var same in parts.GroupBy(p => p.Property.JsonName))
        {
            properties.Add(new(same.Key, Merge([.. same])));
            if (IsCommon(same) && same.All(p => p.IsRequired))
            {
                required.Add(same.Key);
            }
        }

        required.Sort(StringComparer.Ordinal);
        var schema = JsonObject.Of((Keywords.Type, JsonValue.Of("object")), (Keywords.Properties, JsonObject.Of(properties)));
        schema = required.Count == 0 ? schema : schema.With(Keywords.Required, JsonValue.Of(required));
        return AddRules(union.Cases.Any(c => c.Type.Validation.PreservesUnknownFields)
            ? schema.With(Keywords.PreserveUnknownFields, JsonValue.Of(true)) : schema, parts);
    }

    private JsonObject Discriminator()
    {
        var tags = union.Cases.Select(c => c.Tag).OfType<string>().Select(t => JsonReader.Read(t)!).ToEquatableArray();
        var kind = tags[0] is JsonString ? "string" : "integer";
        return JsonObject.Of((Keywords.Type, JsonValue.Of(kind)), (Keywords.Enum, new JsonArray(tags)));
    }

    private bool IsCommon(IEnumerable<Part> same) => same.Select(p => p.Case).Distinct().Count() == union.Cases.Count;

    private JsonObject Merge(IReadOnlyList<Part> same)
    {
        var first = same[0];
        foreach (var other in same.Skip(1))
        {
            if (!Essence(first.Schema).Equals(Essence(other.Schema)))
            {
                context.Report(
                    DiagnosticIds.UnionConflict, other.Property.Target, other.Property.JsonName, first.Case.Type.Name, other.Case.Type.Name, type.Name);
                break;
            }
        }

        // The server would fill a default into all objects, also into those to which the property does not belong.
        var isShared = IsCommon(same) && same.All(p => Equals(p.Schema[Keywords.Default], first.Schema[Keywords.Default]));
        if (!isShared && same.FirstOrDefault(p => p.Property.Validation.Default is not null) is { } explicitly)
        {
            context.Report(DiagnosticIds.UnionDefault, explicitly.Property.Target, explicitly.Property.Name, type.Name);
        }

        return isShared ? first.Schema : first.Schema.Without(Keywords.Default);
    }

    /// <summary>What a schema says to the server, but for the default, which is treated apart.</summary>
    private static JsonObject Essence(JsonObject schema) => JsonObject.Of(schema.Members.Where(m => m.Name
        is not (Keywords.Default or Keywords.Description or Keywords.Title or Keywords.Example or Keywords.ExternalDocs)));

    private JsonObject AddRules(JsonObject schema, List<Part> parts)
    {
        var words = new UnionRules(union, schema);
        foreach (var one in union.Cases)
        {
            schema = CelRuleRule.Apply(schema, words.OfCase(one), one.Type.Id, context);
            schema = OneOfRule.Apply(schema, one.Type, words.Guard(one), context);
            schema = ImmutableRule.ApplyAround(schema, one.Type, context);
        }

        var partial = parts.GroupBy(p => p.Property.JsonName).Where(same => !IsCommon(same) || same.Any(p => !p.IsRequired)).ToList();
        var owned = partial.Where(same => !IsCommon(same)).Select(same => (Name: same.Key, Owners: same.Select(p => p.Case).ToList())).ToList();
        var needed = parts.Where(p => p.IsRequired && partial.Any(same => same.Key == p.Property.JsonName)).ToLookup(p => p.Case, p => p.Property.JsonName);
        var rules = words.Required(needed).Concat(words.Owned(owned)).ToEquatableArray();
        if (words.WhyInexpressible(owned.Select(o => o.Name).Concat(needed.SelectMany(n => n)), rules.Count > 0) is { } name)
        {
            context.Report(DiagnosticIds.InexpressibleUnion, type.Id, type.Name, name);
            return schema;
        }

        return CelRuleRule.Apply(schema, rules, type.Id, context);
    }
}

/// <summary>A property whose schema is made.</summary>
internal sealed record BuiltProperty(PropertyModel Property, JsonObject Schema, bool IsRequired);
