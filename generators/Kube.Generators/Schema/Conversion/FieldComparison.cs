using Kube.Generators.Diagnostics;
using Kube.Generators.Model;
using Kube.Generators.Schema.Paths;

namespace Kube.Generators.Schema.Conversion;

/// <summary>
/// Whether the hub has every field of a version, or the version says what becomes of it. Looks into objects, lists and maps; not into what both
/// versions share, into types of Kubernetes, which cannot say anything, and into values of any form.
/// </summary>
internal sealed class FieldComparison
{
    private readonly ResourceModel _spoke;
    private readonly ResourceModel _hub;
    private readonly SchemaContext _context;
    private readonly SchemaContext _hubContext;
    private readonly ObjectModel _hubKind;
    private readonly HubPaths _hubPaths;
    private readonly StatusCoverage _status = new();
    private readonly HashSet<(string Spoke, string Hub)> _open = [];

    public FieldComparison(ResourceModel spoke, ResourceModel hub, SchemaContext context)
    {
        _spoke = spoke;
        _hub = hub;
        _context = context;
        _hubContext = new(hub.Types);
        _hubKind = _hubContext.TypeOf(new(hub.Class.FullName));
        _hubPaths = new(_hubKind, _hubContext);
    }

    public void Check()
    {
        var kind = _context.TypeOf(new(_spoke.Class.FullName));
        CompareMembers(kind, _hubKind, new("", ""));
        if (_status.FirstLost(_hubKind, _hubContext) is { } lost)
        {
            var target = kind.Properties.FirstOrDefault(p => p.JsonName == StatusCoverage.Status)?.Target ?? kind.Id;
            _context.Report(DiagnosticIds.StatusLost, target, lost, _hub.Identity.Version, _spoke.Identity.Version);
        }
    }

    private void CompareMembers(ObjectModel spoke, ObjectModel hub, Place owner)
    {
        if (!_open.Add((spoke.Id, hub.Id)))
        {
            return;
        }

        foreach (var property in spoke.Properties.Where(p => p.Hub is not { IsAbsent: true }))
        {
            var place = owner.Member(property.JsonName);
            if (property.Hub?.Path is { } path)
            {
                FollowPath(property, path, place, owner);
            }
            else if (hub.Properties.FirstOrDefault(p => p.JsonName == property.JsonName) is { } counterpart)
            {
                Compare(property, property.Type, counterpart.Type, place);
            }
            else
            {
                _context.Report(DiagnosticIds.Unmapped, property.Target, place.Path, _spoke.Identity.Version, _hub.Identity.Version, Nearest(place.HubPath));
            }
        }

        _open.Remove((spoke.Id, hub.Id));
    }

    private void FollowPath(PropertyModel property, string path, Place place, Place owner)
    {
        var whole = path.Length > 0 && path[0] == '.' ? HubPaths.Join(owner.HubPath, path.Substring(1)) : path;
        var (type, problem) = WhyNowhere(whole) is { } reason ? (null, reason) : JsonPath.Follow("." + whole, _hubKind, _hubContext);
        if (problem is not null)
        {
            _context.Report(DiagnosticIds.NoHubField, property.Target, path, property.Name, _hub.Identity.Version, problem, Nearest(whole));
            return;
        }

        if (type is null)
        {
            _status.Add(whole);
            return;
        }

        Compare(property, property.Type, type, place with { HubPath = whole, IsByHand = true });
    }

    // Columns may have such paths; a field is in one place.
    private static string? WhyNowhere(string path) =>
        path.Length == 0 ? "it names no field"
        : path.IndexOf("..", StringComparison.Ordinal) >= 0 ? "'..' is no field"
        : null;

    private void Compare(PropertyModel property, TypeModel spoke, TypeModel hub, Place place)
    {
        switch (spoke, hub)
        {
            case (ListModel one, ListModel other):
                Compare(property, one.Items, other.Items, place.Element());
                break;
            case (MapModel one, MapModel other):
                Compare(property, one.Values, other.Values, place.Element());
                break;
            case (ObjectReference one, ObjectReference other) when one.Id != other.Id && !_context.TypeOf(one).IsKubernetes:
                CompareMembers(_context.TypeOf(one), _hubContext.TypeOf(other), place);
                break;
            default:
                CompareForms(property, spoke.Forms(), hub.Forms(), place);
                break;
        }
    }

    private void CompareForms(PropertyModel property, JsonForms spoke, JsonForms hub, Place place)
    {
        _status.Add(place.HubPath);
        if ((spoke & hub) == 0 && !place.IsByHand)
        {
            _context.Report(
                DiagnosticIds.OtherForm, property.Target, place.Path, spoke.InWords(), _spoke.Identity.Version, hub.InWords(), _hub.Identity.Version);
        }
    }

    private string Nearest(string path) => _hubPaths.Nearest(path) is { } nearest ? $"; it has '{nearest}'" : "";

    /// <summary>Where a field is in both versions.</summary>
    private sealed record Place(string Path, string HubPath)
    {
        /// <summary>Whether the mapping changes its form.</summary>
        public bool IsByHand { get; init; }

        public Place Member(string name) => new(HubPaths.Join(Path, name), HubPaths.Join(HubPath, name));

        public Place Element() => this with { Path = Path + HubPaths.Element, HubPath = HubPath + HubPaths.Element };
    }
}
