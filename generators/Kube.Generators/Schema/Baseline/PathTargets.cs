using Kube.Generators.Model;

namespace Kube.Generators.Schema.Baseline;

/// <summary>Finds the C# property that a path leads to.</summary>
internal static class PathTargets
{
    /// <summary>
    /// Target of the last property on the path that is the user's own; that of the kind when there is none. A removed property is not
    /// there any more, so its owner stands for it.
    /// </summary>
    public static string Find(ResourceModel resource, SchemaPath path)
    {
        var types = resource.Types.ToDictionary(t => t.Id, StringComparer.Ordinal);
        var target = resource.Class.FullName;
        TypeModel type = new ObjectReference(target);
        foreach (var step in path.Steps)
        {
            switch (type)
            {
                case ListModel list when step == SchemaPath.Element:
                    type = list.Items;
                    break;
                case MapModel map when step == SchemaPath.Element:
                    type = map.Values;
                    break;
                case ObjectReference reference when types.TryGetValue(reference.Id, out var owner):
                    if (owner.IsKubernetes || owner.Properties.FirstOrDefault(p => p.JsonName == step) is not { } property)
                    {
                        return target;
                    }

                    (type, target) = (property.Type, property.Target);
                    break;
                default:
                    return target;
            }
        }

        return target;
    }
}
