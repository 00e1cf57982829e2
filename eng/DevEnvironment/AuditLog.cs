using System.Text.Json;

namespace Ray.DevEnvironment;

/// <summary>A request that the API server noted.</summary>
/// <param name="Verb">Kubernetes verb in lower case, such as <c>list</c>.</param>
/// <param name="Uri">Path and query.</param>
/// <param name="Code">HTTP status code.</param>
public sealed record AuditedRequest(string Verb, string Uri, int Code);

/// <summary>The API server's own record of every request of one user: whatever else lives on the control plane is not in it.</summary>
/// <remarks>Documented at https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/.</remarks>
public sealed class AuditLog : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("audit-");

    /// <summary>Prepares a log of one user's requests.</summary>
    /// <param name="user">Full user name, such as <c>system:serviceaccount:ray-system:ray-operator</c>.</param>
    public AuditLog(string user) => File.WriteAllText(
        PolicyPath,
        $$"""
        {
          "apiVersion": "audit.k8s.io/v1", "kind": "Policy", "omitStages": ["RequestReceived", "ResponseStarted"],
          "rules": [{ "level": "Metadata", "users": ["{{user}}"] }, { "level": "None" }]
        }
        """);

    /// <summary>What the API server must be told.</summary>
    public IReadOnlyList<string> ApiServerArguments => [$"--audit-policy-file={PolicyPath}", $"--audit-log-path={LogPath}", "--audit-log-mode=blocking"];

    private string PolicyPath => Path.Combine(_directory.FullName, "policy.json");

    private string LogPath => Path.Combine(_directory.FullName, "audit.log");

    /// <summary>The requests that were answered so far. A watch counts when it ends.</summary>
    public async Task<IReadOnlyList<AuditedRequest>> ReadAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(LogPath))
        {
            return [];
        }

        await using var file = new FileStream(LogPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        var lines = (await reader.ReadToEndAsync(cancellationToken)).Split('\n');

        // The last line may be half written.
        return [.. lines[..^1].Select(Parse)];
    }

    /// <summary>Deletes the files.</summary>
    public void Dispose() => _directory.Delete(recursive: true);

    private static AuditedRequest Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var entry = json.RootElement;
        return new(
            entry.GetProperty("verb").GetString()!,
            entry.GetProperty("requestURI").GetString()!,
            entry.TryGetProperty("responseStatus", out var status) && status.TryGetProperty("code", out var code) ? code.GetInt32() : 0);
    }
}
