using Kube.Generators.Model;

namespace Kube.Generators.Schema.Paths;

/// <summary>Finds the C# property that a path leads to.</summary>
internal static class PathTargets
{
    /// <summary>Behind the target of a property: its items or values are meant.</summary>
    public const string ItemsSuffix = "[]";

    /// <summary>
    /// Target of the last property on the path that is the user's own; that of the kind when there is none. A removed property is not
    /// there any more, so its owner stands for it.
    /// </summary>
    public static string Find(ResourceModel resource, SchemaPath path) => Follow(
        resource.Class.FullName, path, resource.Types.ToDictionary(t => t.Id, StringComparer.Ordinal)).Target;

    /// <summary>
    /// Target of the property that a path ends at, with <see cref="ItemsSuffix"/> when it ends at its items; null when that is no property of
    /// the user's own types, or lies deeper in its items.
    /// </summary>
    public static string? FindProperty(string kind, SchemaPath path, SchemaContext context)
    {
        var (target, left) = Follow(kind, path, context.Types);
        return target == kind || left > 1 ? null : left == 1 ? target + ItemsSuffix : target;
    }

    /// <summary>The last own property, and how many steps lie behind it.</summary>
    private static (string Target, int Left) Follow(string kind, SchemaPath path, IReadOnlyDictionary<string, ObjectModel> types)
    {
        var (target, left) = (kind, 0);
        TypeModel type = new ObjectReference(kind);
        string[] steps = [.. path.Steps];
        for (var i = 0; i < steps.Length; i++)
        {
            switch (type)
            {
                case ListModel list when steps[i] == SchemaPath.Element:
                    (type, left) = (list.Items, left + 1);
                    break;
                case MapModel map when steps[i] == SchemaPath.Element:
                    (type, left) = (map.Values, left + 1);
                    break;
                case ObjectReference reference when types.TryGetValue(reference.Id, out var owner) && !owner.IsKubernetes
                    && owner.Properties.FirstOrDefault(p => p.JsonName == steps[i]) is { } property:
                    (type, target, left) = (property.Type, property.Target, 0);
                    break;
                default:
                    return (target, left + steps.Length - i);
            }
        }

        return (target, left);
    }
}
