using System.Text.Json;

namespace Kube.Failover;

/// <summary>A write that the API server answered with success.</summary>
/// <param name="Who">Identity of the writer.</param>
/// <param name="ReceivedAt">When the server received it, by its clock.</param>
/// <param name="Holder">For a write of the Lease: whom it names; else null.</param>
public sealed record AuditedWrite(string Who, DateTimeOffset ReceivedAt, string? Holder);

/// <summary>The API server's own record of who wrote the marker and the Lease, and when.</summary>
public sealed class Audit : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("failover-audit-");

    /// <summary>Prepares the record.</summary>
    public Audit() => File.WriteAllText(
        PolicyPath,
        """
        {
          "apiVersion": "audit.k8s.io/v1", "kind": "Policy", "omitStages": ["RequestReceived", "ResponseStarted"],
          "rules": [
            { "level": "Request", "verbs": ["create", "update"], "resources": [{ "group": "coordination.k8s.io", "resources": ["leases"] }] },
            { "level": "Metadata", "verbs": ["patch"], "resources": [{ "group": "", "resources": ["configmaps"] }] },
            { "level": "None" }
          ]
        }
        """);

    /// <summary>What the API server must be told.</summary>
    public IReadOnlyList<string> ApiServerArguments => [$"--audit-policy-file={PolicyPath}", $"--audit-log-path={LogPath}", "--audit-log-mode=blocking"];

    private string PolicyPath => Path.Combine(_directory.FullName, "policy.json");

    private string LogPath => Path.Combine(_directory.FullName, "audit.log");

    /// <summary>All writes so far, in the order in which the server received them.</summary>
    public async Task<IReadOnlyList<AuditedWrite>> ReadAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(LogPath))
        {
            return [];
        }

        await using var file = new FileStream(LogPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        var lines = (await reader.ReadToEndAsync(cancellationToken)).Split('\n');

        // The last line may be half written.
        return [.. lines[..^1].Select(Parse).OfType<AuditedWrite>().OrderBy(write => write.ReceivedAt)];
    }

    /// <summary>Deletes the files.</summary>
    public void Dispose() => _directory.Delete(recursive: true);

    private static AuditedWrite? Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var entry = json.RootElement;
        var reference = entry.GetProperty("objectRef");
        var isOurs = reference.TryGetProperty("namespace", out var ns) && ns.GetString() == Writer.Namespace
            && entry.GetProperty("responseStatus").GetProperty("code").GetInt32() is >= 200 and < 300;
        if (!isOurs)
        {
            return null;
        }

        var holder = reference.GetProperty("resource").GetString() == "leases"
            ? entry.GetProperty("requestObject").GetProperty("spec").TryGetProperty("holderIdentity", out var identity) ? identity.GetString() ?? "" : ""
            : null;
        return new(entry.GetProperty("userAgent").GetString() ?? "", entry.GetProperty("requestReceivedTimestamp").GetDateTimeOffset(), holder);
    }
}
