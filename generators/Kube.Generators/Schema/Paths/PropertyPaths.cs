using System.Text;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Paths;

/// <summary>A property as it is reached from the kind.</summary>
/// <param name="Property">The property.</param>
/// <param name="Names">JSON names on the way, its own last.</param>
/// <param name="IsInCollection">Whether a list or dictionary is on the way, so that there are many of it.</param>
internal sealed record PropertyPath(PropertyModel Property, IReadOnlyList<string> Names, bool IsInCollection)
{
    /// <summary>The path as columns have it: a backslash before what would end a name.</summary>
    public string ForColumn => string.Concat(Names.Select(n => "." + EscapedName(n)));

    /// <summary>The path as selectable fields have it; null when a name has characters that such paths cannot have: they know no quotes.</summary>
    public string? ForSelector =>
        Names.All(n => n.All(c => IsPlain(c) || c is '-' or '/' or '$')) ? string.Concat(Names.Select(n => "." + n)) : null;

    private static string EscapedName(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            _ = IsPlain(c) || c is '-' or '/' ? text.Append(c) : text.Append('\\').Append(c);
        }

        return text.ToString();
    }

    private static bool IsPlain(char c) => c is '_' or (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}

/// <summary>Walks the types of a kind.</summary>
internal static class PropertyPaths
{
    /// <summary>Every property, in the order of declaration, parts behind their whole. Types of Kubernetes have no attributes of ours: they end the way.</summary>
    public static IEnumerable<PropertyPath> Of(ObjectModel kind, SchemaContext context) => Below(kind, [], false, [], context);

    private static IEnumerable<PropertyPath> Below(
        ObjectModel owner, IReadOnlyList<string> names, bool isInCollection, IReadOnlyList<ObjectModel> open, SchemaContext context)
    {
        if (owner.IsKubernetes || open.Contains(owner))
        {
            yield break;
        }

        ObjectModel[] inside = [.. open, owner];
        foreach (var property in owner.Properties)
        {
            string[] path = [.. names, property.JsonName];
            yield return new(property, path, isInCollection);
            var (part, isMany) = Part(property.Type);
            if (part is null)
            {
                continue;
            }

            foreach (var inner in Below(context.TypeOf(part), path, isInCollection || isMany, inside, context))
            {
                yield return inner;
            }
        }
    }

    private static (ObjectReference? Type, bool IsMany) Part(TypeModel type) => type switch
    {
        ObjectReference reference => (reference, false),
        ListModel list => (Part(list.Items).Type, true),
        MapModel map => (Part(map.Values).Type, true),
        _ => (null, false),
    };
}
