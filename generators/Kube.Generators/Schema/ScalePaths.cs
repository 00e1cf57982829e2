using Kube.Generators.Diagnostics;
using Kube.Generators.Model;

namespace Kube.Generators.Schema;

/// <summary>The paths of the scale subresource, found by walking the types from the kind down. Null members were not found.</summary>
/// <param name="Spec">Path of the wanted number.</param>
/// <param name="Status">Path of the present number.</param>
/// <param name="Selector">Path of the label selector.</param>
internal sealed record ScalePaths(string? Spec, string? Status, string? Selector)
{
    /// <summary>What is known of a place during the walk: its path, and why the server could not follow it.</summary>
    private sealed record Place(string Path, string? Obstacle);

    /// <summary>The paths; null when the kind has no scale subresource or a broken one, which is reported.</summary>
    public static ScalePaths? Find(ObjectModel kind, SchemaContext context)
    {
        var found = new List<(PropertyModel Property, Place Place)>();
        Walk(kind, new("", null), [], found, context);
        if (found.Count == 0)
        {
            return null;
        }

        var usable = found.Where(f => IsUsable(f.Property, f.Place, context)).ToList();
        return usable.Count == found.Count ? Assign(kind, usable, context) : null;
    }

    private static void Walk(
        ObjectModel type, Place place, HashSet<string> open, List<(PropertyModel, Place)> found, SchemaContext context)
    {
        if (type.IsKubernetes || !open.Add(type.Id))
        {
            return;
        }

        foreach (var property in type.Properties)
        {
            var here = place with { Path = $"{place.Path}.{property.JsonName}" };
            if (property.Validation.IsScale)
            {
                found.Add((property, here));
            }

            var (end, obstacle) = EndOf(property.Type);
            if (end is not null)
            {
                Walk(context.TypeOf(end), here with { Obstacle = place.Obstacle ?? obstacle }, open, found, context);
            }
        }

        open.Remove(type.Id);
    }

    private static (ObjectReference? Type, string? Obstacle) EndOf(TypeModel type) => type switch
    {
        ObjectReference reference => (reference, null),
        ListModel list => (EndOf(list.Items).Type, "lies in a list, and the API server cannot say which item is meant"),
        MapModel map => (EndOf(map.Values).Type, "lies in a dictionary, and the API server cannot say which value is meant"),
        _ => (null, null),
    };

    private static bool IsUsable(PropertyModel property, Place place, SchemaContext context)
    {
        if (property.Type is not ScalarModel { Kind: ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Text })
        {
            context.Report(ClientDiagnosticIds.ScaleType, property.Target, property.Name);
            return false;
        }

        var obstacle = place.Obstacle
            ?? (IsBelow(place, ".spec.") || IsBelow(place, ".status.") ? null : "lies neither below spec nor below status")
            ?? (place.Path.All(c => char.IsLetterOrDigit(c) || c is '.' or '_' or '-') ? null : "has a name that no path can hold");
        if (obstacle is not null)
        {
            context.Report(ClientDiagnosticIds.ScalePlace, property.Target, property.Name, place.Path, obstacle);
        }

        return obstacle is null;
    }

    private static ScalePaths? Assign(ObjectModel kind, List<(PropertyModel Property, Place Place)> found, SchemaContext context)
    {
        var isSound = true;
        var spec = Only("wanted replicas (an integer below spec)", f => IsNumber(f.Property) && IsBelow(f.Place, ".spec."), isRequired: true);
        var status = Only("present replicas (an integer below status)", f => IsNumber(f.Property) && IsBelow(f.Place, ".status."), isRequired: true);
        var selector = Only("the label selector (a string)", f => !IsNumber(f.Property), isRequired: false);
        return isSound ? new(spec, status, selector) : null;

        string? Only(string role, Func<(PropertyModel Property, Place Place), bool> has, bool isRequired)
        {
            var all = found.Where(has).ToList();
            if (all.Count > 1)
            {
                Refuse(all[1].Property.Target, $"names two properties for {role}: {all[0].Place.Path} and {all[1].Place.Path}; keep [Scale] on one");
            }
            else if (all.Count == 0 && isRequired)
            {
                Refuse(found[0].Property.Target, $"lacks {role}, which the API server demands: put [Scale] on that property too");
            }

            return all.FirstOrDefault().Place?.Path;
        }

        void Refuse(string target, string reason)
        {
            isSound = false;
            context.Report(ClientDiagnosticIds.ScaleIncomplete, target, kind.Name, reason);
        }
    }

    private static bool IsNumber(PropertyModel property) => property.Type is ScalarModel { Kind: not ScalarKind.Text };

    private static bool IsBelow(Place place, string root) => place.Path.StartsWith(root, StringComparison.Ordinal);
}
