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
}
