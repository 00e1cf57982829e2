using System.Globalization;
using Kube.Generators.Model;

namespace Kube.Generators.Schema;

/// <summary>
/// Brings the shapes of all kinds together, each once, and sees to it that no two of what is generated have one name: nested and generic types,
/// and those of other assemblies, may be called alike. Then they get long names, in which their namespaces are.
/// </summary>
internal static class ShapeNames
{
    public static IEnumerable<ShapeModel> Distinct(IReadOnlyCollection<ShapeModel> shapes)
    {
        // A kind within another kind is generated as the kind that it is.
        var kinds = new HashSet<string>(shapes.Where(s => s.Kind is not null).Select(s => s.Id), StringComparer.Ordinal);
        var all = shapes.Where(s => s.Kind is not null || !kinds.Contains(s.Id)).GroupBy(s => s.Key).Select(g => g.First())
            .OrderBy(s => s.Id, StringComparer.Ordinal).ToList();
        var names = LongNames(all);
        var renamed = names.Count == 0 ? all : [.. all.Select(s => Rename(s, names))];
        return renamed.GroupBy(s => s.HintName, StringComparer.OrdinalIgnoreCase).SelectMany(WithFiles);
    }

    /// <summary>New names by key, of those shapes that need one.</summary>
    private static Dictionary<string, ShapeModel> LongNames(List<ShapeModel> shapes)
    {
        var result = new Dictionary<string, ShapeModel>(StringComparer.Ordinal);
        var taken = new HashSet<string>(shapes.Select(s => s.Beside("")), StringComparer.OrdinalIgnoreCase);
        foreach (var shape in shapes.Where(s => !s.IsKubernetes).GroupBy(s => s.Beside(""), StringComparer.OrdinalIgnoreCase)
            .Where(g => g.Count() > 1).SelectMany(g => g).Where(s => s is { HasOwnName: false, Kind: null }))
        {
            var name = string.Concat(shape.Id.Select(c => char.IsLetterOrDigit(c) ? c : '_')).Trim('_');
            var renamed = shape with { Name = name };
            for (var i = 2; !taken.Add(renamed.Beside("")); i++)
            {
                renamed = shape with { Name = name + i.ToString(CultureInfo.InvariantCulture) };
            }

            result.Add(shape.Key, renamed);
        }

        return result;
    }

    private static ShapeModel Rename(ShapeModel shape, Dictionary<string, ShapeModel> names) => shape with
    {
        Name = names.TryGetValue(shape.Key, out var renamed) ? renamed.Name : shape.Name,
        Members = shape.Members.Select(m => m with { Value = Rename(m.Value, names) }).ToEquatableArray(),
    };

    private static ValueShape Rename(ValueShape value, Dictionary<string, ShapeModel> names) => value switch
    {
        ListShape list => list with { Items = Rename(list.Items, names) },
        MapShape map => map with { Values = Rename(map.Values, names) },
        ObjectShape part when names.TryGetValue(part.Key, out var renamed) => part with
        {
            Content = "global::" + renamed.Beside("Content"),
            Twin = "global::" + renamed.Beside("Apply"),
        },
        _ => value,
    };

    /// <summary>Names of files do not differ by case.</summary>
    private static IEnumerable<ShapeModel> WithFiles(IEnumerable<ShapeModel> alike) => alike.Select((s, i) =>
        i == 0 || s.IsKubernetes ? s : s with { FileSuffix = "." + (i + 1).ToString(CultureInfo.InvariantCulture) });
}
