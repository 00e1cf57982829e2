using System.Text.Json;
using System.Text.RegularExpressions;
using Ray.DevEnvironment;

namespace Ray.EndToEnd.Monitoring;

/// <summary>A query of the dashboard and the panel that shows it.</summary>
/// <param name="Panel">Title of the panel.</param>
/// <param name="Query">The query, with the dashboard's variables.</param>
internal sealed record PanelQuery(string Panel, string Query);

/// <summary>The Grafana dashboard of <c>deploy/monitoring</c>.</summary>
internal static partial class Dashboard
{
    /// <summary>Every query of every panel.</summary>
    public static IReadOnlyList<PanelQuery> Queries()
    {
        using var json = Read();
        return
        [
            .. from panel in json.RootElement.GetProperty("panels").EnumerateArray()
               where panel.TryGetProperty("targets", out _)
               from target in panel.GetProperty("targets").EnumerateArray()
               select new PanelQuery(panel.GetProperty("title").GetString()!, target.GetProperty("expr").GetString()!),
        ];
    }

    /// <summary>Every metric that a panel or a variable asks for, under the name of its family.</summary>
    public static IReadOnlyList<string> Metrics()
    {
        using var json = Read();
        var variables = json.RootElement.GetProperty("templating").GetProperty("list").EnumerateArray()
            .Where(variable => variable.GetProperty("type").GetString() == "query")
            .Select(variable => variable.GetProperty("definition").GetString()!);
        return
        [
            .. Queries().Select(query => query.Query).Concat(variables)
                .SelectMany(text => MetricName().Matches(text).Select(match => match.Groups["name"].Value))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>A query as Grafana sends it when everything is shown.</summary>
    /// <param name="query">The query with variables.</param>
    /// <param name="job">Name of the scrape job.</param>
    public static string Resolve(string query, string job) => query
        .Replace("$__rate_interval", "1m", StringComparison.Ordinal)
        .Replace("$namespace", ".*", StringComparison.Ordinal)
        .Replace("$job", job, StringComparison.Ordinal);

    private static JsonDocument Read() => JsonDocument.Parse(File.ReadAllBytes(Repository.PathOf("deploy", "monitoring", "dashboard.json")));

    // The series of a histogram are called after its family, with a suffix. A variable may name a metric without labels.
    [GeneratedRegex(@"\b(?<name>[a-z][a-z0-9_]*?)(_bucket|_sum|_count)?\{|label_values\((?<name>[a-z0-9_]+)")]
    private static partial Regex MetricName();
}
