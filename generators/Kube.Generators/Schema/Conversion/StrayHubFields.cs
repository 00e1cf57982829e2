using Kube.Generators.Diagnostics;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Conversion;

/// <summary><c>[HubField]</c> and <c>[NotInHub]</c> where no conversion reads them.</summary>
internal static class StrayHubFields
{
    private const string NoHub = "no version with this property names a hub and a mapping with [ConversionHub]";
    private const string Contradiction = "[NotInHub] says that the hub has no such field; leave one of the two out";

    public static bool HasAny(ResourceModel resource) => resource.Types.Any(t => t.Properties.Any(p => p.Hub is not null));

    public static void Check(ResourceModel resource, IReadOnlyList<ResourceModel> resources, SchemaContext context)
    {
        if (!HasAny(resource))
        {
            return;
        }

        var converted = new HashSet<string>(
            resources.Where(r => r.Hub is { Mapping: not null }).SelectMany(r => r.Types).Select(t => t.Id), StringComparer.Ordinal);
        foreach (var type in resource.Types)
        {
            foreach (var property in type.Properties.Where(p => p.Hub is not null))
            {
                var attribute = property.Hub!.Path is not null ? "[HubField]" : "[NotInHub]";
                var reason = !converted.Contains(type.Id) ? NoHub
                    : property.Hub is { Path: not null, IsAbsent: true } ? Contradiction
                    : null;
                if (reason is not null)
                {
                    context.Report(DiagnosticIds.StrayHubField, property.Target, attribute, property.Name, reason);
                }
            }
        }
    }
}
