using System.Text.Json.Nodes;
using Kube;

namespace Ray.Operator.Commands.Local;

/// <summary>Asks the server which resource an object belongs to. Answers are kept, except for kinds that are not served yet.</summary>
/// <param name="http">A client of the server.</param>
internal sealed class ServedResources(HttpClient http)
{
    private readonly Dictionary<(string ApiVersion, string Kind), ResourceDefinition> _known = [];

    /// <summary>The resource; null when the server has none of that kind.</summary>
    /// <param name="apiVersion">Group and version.</param>
    /// <param name="kind">Kind.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public async Task<ResourceDefinition?> FindAsync(string apiVersion, string kind, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue((apiVersion, kind), out var known))
        {
            return known;
        }

        var parts = apiVersion.Split('/');
        var (group, version) = parts.Length == 2 ? (parts[0], parts[1]) : ("", apiVersion);
        var path = (group.Length == 0 ? "api/" : $"apis/{Uri.EscapeDataString(group)}/") + Uri.EscapeDataString(version);
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            return null;
        }

        var list = JsonNode.Parse(await answer.Content.ReadAsByteArrayAsync(cancellationToken));
        var entry = list?["resources"]?.AsArray().FirstOrDefault(item => (string?)item!["kind"] == kind && !((string)item["name"]!).Contains('/', StringComparison.Ordinal));
        return entry is null
            ? null
            : _known[(apiVersion, kind)] = new(group, version, kind, (string)entry["name"]!, (bool)entry["namespaced"]!);
    }
}
