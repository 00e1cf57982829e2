using Kube.Generators.Model;

namespace Kube.Generators.Schema.Conversion;

/// <summary>
/// Which parts of the hub's status a version can say. No annotation keeps the others, because whoever may write annotations may not therefore
/// write status.
/// </summary>
internal sealed class StatusCoverage
{
    /// <summary>JSON name of the status.</summary>
    public const string Status = "status";

    private readonly HashSet<string> _said = new(StringComparer.Ordinal);

    /// <summary>Remembers a path of the hub that the version says, with all below it.</summary>
    public void Add(string hubPath)
    {
        if (hubPath.StartsWith(Status, StringComparison.Ordinal))
        {
            _said.Add(hubPath);
        }
    }

    /// <summary>The first path below the hub's status that is not said; null when all is.</summary>
    public string? FirstLost(ObjectModel hub, SchemaContext context) =>
        hub.Properties.FirstOrDefault(p => p.JsonName == Status) is { } status ? FirstLost(status.Type, Status, context) : null;

    private string? FirstLost(TypeModel type, string path, SchemaContext context)
    {
        if (_said.Contains(path))
        {
            return null;
        }

        var isPartlySaid = _said.Any(said =>
            said.StartsWith(path, StringComparison.Ordinal) && said.Length > path.Length && said[path.Length] is '.' or '[');
        return !isPartlySaid ? path : type switch
        {
            ListModel list => FirstLost(list.Items, path + HubPaths.Element, context),
            MapModel map => FirstLost(map.Values, path + HubPaths.Element, context),
            ObjectReference reference => context.TypeOf(reference).Properties
                .Select(p => FirstLost(p.Type, HubPaths.Join(path, p.JsonName), context)).FirstOrDefault(lost => lost is not null),
            _ => null,
        };
    }
}
