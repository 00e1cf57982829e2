using Kube.Generators.Model;
using Kube.Generators.Schema.Cel;

namespace Kube.Generators.Schema.Conversion;

/// <summary>The paths of a hub, among which the one is looked for that was meant.</summary>
internal sealed class HubPaths(ObjectModel kind, SchemaContext context)
{
    /// <summary>The step to the items of a list and to the values of a map.</summary>
    public const string Element = "[*]";

    private IReadOnlyList<string>? _all;

    private IReadOnlyList<string> All => _all ??= [.. Below(kind, "", [])];

    /// <summary>The path of a member.</summary>
    public static string Join(string owner, string name) => owner.Length == 0 ? name : $"{owner}.{name}";

    /// <summary>
    /// What is most like a path that is not there: a like name beside it, else the same name elsewhere, else a like path; null when nothing is.
    /// </summary>
    public string? Nearest(string path)
    {
        var (owner, name) = Split(path);
        var beside = Similar.To(name, All.Select(Split).Where(p => p.Owner == owner).Select(p => p.Name));
        return beside is not null
            ? Join(owner, beside)
            : All.Where(p => string.Equals(Split(p).Name, name, StringComparison.OrdinalIgnoreCase)).OrderBy(p => p.Length).FirstOrDefault()
                ?? Similar.To(path, All);
    }

    private static (string Owner, string Name) Split(string path)
    {
        var dot = path.LastIndexOf('.');
        return dot < 0 ? ("", path) : (path.Substring(0, dot), path.Substring(dot + 1));
    }

    // Types of Kubernetes have too many paths for one of them to be meant.
    private IEnumerable<string> Below(ObjectModel owner, string path, IReadOnlyList<string> open)
    {
        if (owner.IsKubernetes || open.Contains(owner.Id))
        {
            yield break;
        }

        string[] inside = [.. open, owner.Id];
        foreach (var property in owner.Properties)
        {
            var member = Join(path, property.JsonName);
            yield return member;
            var (part, end) = Part(property.Type, member);
            foreach (var inner in part is null ? [] : Below(context.TypeOf(part), end, inside))
            {
                yield return inner;
            }
        }
    }

    private static (ObjectReference? Type, string Path) Part(TypeModel type, string path) => type switch
    {
        ObjectReference reference => (reference, path),
        ListModel list => Part(list.Items, path + Element),
        MapModel map => Part(map.Values, path + Element),
        _ => (null, path),
    };
}
