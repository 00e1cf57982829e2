using System.Text.Json.Serialization.Metadata;
using Kube.Generators.Json;
using Kube.Generators.Schema;

namespace Kube.Generators.Tests.Wire;

/// <summary>Compares the names that the serializer uses with those of the schema, from the kind down.</summary>
internal sealed class WireNames(WireRun run)
{
    private readonly List<string> _differences = [];

    /// <summary>The differences; empty when there are none.</summary>
    public IReadOnlyList<string> Compare()
    {
        var schema = run.Schema;
        foreach (var property in run.Kind.Properties.Where(p => p.Name is not ("apiVersion" or "kind" or "metadata") && IsMember(p) && p.CustomConverter is null))
        {
            Compare(property.PropertyType, schema.Object(Keywords.Properties).Object(property.Name), property.Name);
        }

        Compare(run.Kind.Properties.Where(IsMember).Select(p => p.Name), schema, "the kind");
        return _differences;
    }

    private void Compare(Type type, JsonObject schema, string path)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        var info = run.Info(type);
        if (type.Namespace is "k8s.Models" or "System.Text.Json" || type == typeof(object) || schema.Is(Keywords.PreserveUnknownFields))
        {
            return;
        }

        if (info.ElementType is { } items)
        {
            var keyword = info.Kind == JsonTypeInfoKind.Dictionary ? Keywords.AdditionalProperties : Keywords.Items;
            if (type != typeof(byte[]))
            {
                Compare(items, schema.Object(keyword), $"{path}.{keyword}");
            }

            return;
        }

        if (info.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        var forms = info.PolymorphismOptions is { } union ? union.DerivedTypes.Select(d => run.Info(d.DerivedType)).ToList() : [info];
        var members = forms.SelectMany(f => f.Properties).Where(IsMember).DistinctBy(p => p.Name).ToList();
        var discriminator = info.PolymorphismOptions is { } options ? [options.TypeDiscriminatorPropertyName] : Array.Empty<string>();
        Compare(members.Select(m => m.Name).Concat(discriminator), schema, path);
        foreach (var member in members.Where(m => m.CustomConverter is null))
        {
            Compare(member.PropertyType, schema.Object(Keywords.Properties).Object(member.Name), $"{path}.{member.Name}");
        }
    }

    private void Compare(IEnumerable<string> names, JsonObject schema, string path)
    {
        var (written, described) = (names.Order(StringComparer.Ordinal), schema.Object(Keywords.Properties).Members.Select(m => m.Name));
        if (!written.SequenceEqual(described))
        {
            _differences.Add($"{path}: JSON has {string.Join(", ", written)}; the schema has {string.Join(", ", described)}");
        }
    }

    // Of what goes one way alone the generator warns, unless an attribute says so.
    private static bool IsMember(JsonPropertyInfo property) =>
        !property.IsExtensionData && (IsStated(property) || (property.Get is not null && (property.Set is not null || property.AssociatedParameter is not null || IsFilled(property))));

    private static bool IsStated(JsonPropertyInfo property) =>
        property.AttributeProvider?.GetCustomAttributes(typeof(System.Text.Json.Serialization.JsonIgnoreAttribute), false)
            .OfType<System.Text.Json.Serialization.JsonIgnoreAttribute>().Any(a => (int)a.Condition is 4 or 5) ?? false;

    private static bool IsFilled(JsonPropertyInfo property) =>
        property.ObjectCreationHandling == System.Text.Json.Serialization.JsonObjectCreationHandling.Populate;
}
