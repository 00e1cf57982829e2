using Kube.Generators.Diagnostics;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Conversion;

/// <summary>Finds the hub of each version, and holds the version to it.</summary>
internal static class SpokeBuilder
{
    /// <summary>All versions for which there is something to generate or to say, in the order of their classes.</summary>
    public static IEnumerable<SpokeModel> Build(IReadOnlyList<ResourceModel> resources)
    {
        if (resources.All(r => r.Hub is null && !StrayHubFields.HasAny(r)))
        {
            return [];
        }

        return resources.OrderBy(r => r.Class.FullName, StringComparer.Ordinal).Select(r => Build(r, resources))
            .Where(s => s.Conversion is not null || s.Problems.Count > 0).ToList();
    }

    private static SpokeModel Build(ResourceModel resource, IReadOnlyList<ResourceModel> resources)
    {
        var context = new SchemaContext(resource.Types);
        StrayHubFields.Check(resource, resources, context);
        if (resource.Hub is not { } said)
        {
            return new(resource.Class, null, context.Problems);
        }

        var hub = resources.FirstOrDefault(r => r.Class.FullName == said.Class);
        if (HubRules.WhyNot(resource, said, hub, resources) is { } reason)
        {
            context.Report(DiagnosticIds.BadHub, said.Target, resource.Class.Name, said.Class, reason);
            return new(resource.Class, null, context.Problems);
        }

        if (said.Mapping is not { } mapping)
        {
            return new(resource.Class, null, context.Problems);
        }

        new FieldComparison(resource, hub!, context).Check();
        foreach (var signature in mapping.Missing)
        {
            context.Report(DiagnosticIds.BadMapping, said.Target, mapping.Name, signature);
        }

        var conversion = new LosslessModel(
            said.Type, mapping.Type, HubRules.AnnotationOf(resource, said), resource.Class.IsPublic && hub!.Class.IsPublic);
        return new(resource.Class, mapping.Missing.Count == 0 ? conversion : null, context.Problems);
    }
}
