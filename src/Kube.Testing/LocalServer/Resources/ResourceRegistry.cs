using System.Collections.Immutable;

namespace Kube.Testing;

/// <summary>What is served: the built-in kinds, and those of the definitions that are stored. Readers see one state or the next, never half of one.</summary>
internal sealed class ResourceRegistry
{
    private volatile ImmutableList<ApiResource> _custom = [];

    public IEnumerable<ApiResource> All => BuiltInResourceTable.All.Concat(_custom);

    public ApiResource? Find(string group, string version, string plural) =>
        All.FirstOrDefault(resource => resource.Plural == plural && resource.Group == group && resource.Version == version);

    public ApiResource? FindKind(string apiVersion, string kind) =>
        All.FirstOrDefault(resource => resource.Kind == kind && resource.ApiVersion == apiVersion);

    public bool HasVersion(string group, string version) => All.Any(resource => resource.Group == group && resource.Version == version);

    /// <summary>Serves these versions of a kind in place of those before.</summary>
    public void Replace(string group, string plural, IEnumerable<ApiResource> versions)
    {
        lock (this)
        {
            _custom = _custom.RemoveAll(resource => resource.Group == group && resource.Plural == plural).AddRange(versions);
        }
    }
}
