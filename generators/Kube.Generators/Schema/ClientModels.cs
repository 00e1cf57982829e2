using System.Collections.Immutable;
using Kube.Generators.Model;
using Kube.Generators.Schema.Paths;

namespace Kube.Generators.Schema;

/// <summary>Draws from kinds what clients depend on.</summary>
internal static class ClientModels
{
    public static ClientModel Of(ResourceModel resource)
    {
        // Problems are those of the definition, which is made of the same types and reports them.
        var context = new SchemaContext(resource.Types);
        return new(resource.Identity, resource.Class)
        {
            JsonTypeInfo = resource.JsonTypeInfo,
            HasStatus = resource.HasStatus,
            HasScale = ScalePaths.Find(context.TypeOf(new(resource.Class.FullName)), context) is not null,
            HasTwin = resource.Shapes.Count > 0,
            Fields = ClientFields.Of(resource, context).ToEquatableArray(),
        };
    }

    /// <summary>The shapes of all kinds, each once. Kinds that share a type share what is generated for it.</summary>
    public static IEnumerable<ShapeModel> Distinct(ImmutableArray<ShapeModel> shapes) =>
        shapes.GroupBy(s => s.Kind is null ? s.Id + s.Namespace : s.Id).Select(g => g.First()).OrderBy(s => s.Id, StringComparer.Ordinal);
}
