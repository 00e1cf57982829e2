using Kube.Generators.Diagnostics;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.KubernetesFacts;

/// <summary>
/// Properties and types of Kubernetes of which the table knows nothing, because the models are newer than it or belong to an API that is not
/// stable. They are kept: what is a value is required, and lists are replaced as a whole.
/// </summary>
internal static class NewerFields
{
    private const int Most = 20;

    /// <summary>Tells of them, once for each kind.</summary>
    public static void Check(ObjectModel kind, SchemaContext context)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        Visit(kind, [], names, context);
        if (names.Count == 0)
        {
            return;
        }

        var shown = string.Join(", ", names.Take(Most)) + (names.Count > Most ? $" and {names.Count - Most} more" : "");
        context.Report(DiagnosticIds.NewerThanFacts, kind.Id, kind.Name, FactsTable.Version, shown);
    }

    /// <summary>Below a property or type that is newer, everything is: only its top is named.</summary>
    private static void Visit(ObjectModel type, HashSet<string> visited, SortedSet<string> names, SchemaContext context)
    {
        if (!visited.Add(type.Id))
        {
            return;
        }

        FactsTable.Types.TryGetValue(type.Name, out var facts);
        if (type.IsKubernetes && facts is null && !EmbeddedMetadata.IsMetadata(type))
        {
            names.Add(type.Name);
            return;
        }

        foreach (var property in type.Properties.Where(p => EmbeddedMetadata.Has(type, p.JsonName)))
        {
            if (type.IsKubernetes && facts?.HasSeen(property.JsonName) == false)
            {
                names.Add($"{type.Name}.{property.JsonName}");
            }
            else if (ObjectIn(property.Type) is { } reference)
            {
                Visit(context.TypeOf(reference), visited, names, context);
            }
        }
    }

    private static ObjectReference? ObjectIn(TypeModel type) => type switch
    {
        ObjectReference reference => reference,
        ListModel list => ObjectIn(list.Items),
        MapModel map => ObjectIn(map.Values),
        _ => null,
    };
}
