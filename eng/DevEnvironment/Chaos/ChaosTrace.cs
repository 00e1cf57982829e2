using k8s.Models;
using Kube;
using Ray.DevEnvironment.Chaos.Judging;

namespace Ray.DevEnvironment.Chaos;

/// <summary>Collects what helps to understand a violation.</summary>
internal static class ChaosTrace
{
    private const int Actions = 25;
    private const int Events = 25;
    private const int LogLines = 25;

    public static async Task<string> OfAsync(Violation violation, Stage stage, Crew crew, CancellationToken cancellationToken)
    {
        List<string> lines = ["Last actions:", .. stage.Journal.LastOf(violation.Cluster, Actions).Select(entry => $"  {entry}")];
        if (violation.Cluster is { } cluster)
        {
            lines.AddRange(["Last events:", .. await EventsAsync(cluster, stage, cancellationToken)]);
        }

        foreach (var log in crew.Logs.TakeLast(2))
        {
            lines.AddRange([$"End of {Path.GetFileName(log)}:", .. await LogAsync(log, violation.Cluster, cancellationToken)]);
        }

        return string.Join('\n', lines);
    }

    private static async Task<IEnumerable<string>> EventsAsync(ObjectKey cluster, Stage stage, CancellationToken cancellationToken)
    {
        var events = await new ResourceClient<Eventsv1Event>(stage.Environment.Transport, BuiltInResources.Events)
            .ListAsync(cluster.Namespace, cancellationToken: cancellationToken);
        return
        [
            .. events.Items
                .Where(e => e.Regarding?.Kind == "RayCluster" && e.Regarding.Name == cluster.Name)
                .OrderBy(e => e.EventTime ?? e.Metadata.CreationTimestamp)
                .TakeLast(Events)
                .Select(e => $"  {e.EventTime ?? e.Metadata.CreationTimestamp:HH:mm:ss.fff} {e.Type} {e.Reason}: {e.Note}"),
        ];
    }

    private static async Task<IEnumerable<string>> LogAsync(string log, ObjectKey? cluster, CancellationToken cancellationToken)
    {
        var lines = await OperatorLogFile.ReadAsync(log, cancellationToken);
        return [.. lines.Where(line => cluster is not { } key || line.Contains($"\"{key.Name}\"", StringComparison.Ordinal)).TakeLast(LogLines).Select(line => $"  {line}")];
    }
}
