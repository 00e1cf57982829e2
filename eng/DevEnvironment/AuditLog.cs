using System.Text;
using System.Text.Json;

namespace Ray.DevEnvironment;

/// <summary>A request that the API server noted.</summary>
/// <param name="Verb">Kubernetes verb in lower case, such as <c>list</c>.</param>
/// <param name="Uri">Path and query.</param>
/// <param name="Code">HTTP status code.</param>
/// <param name="User">Who sent it, as the server authenticated him.</param>
/// <param name="ReceivedAt">When the server received it, by its own clock.</param>
/// <param name="Lease">For a write of a Lease: the holder that it names, which is empty when it is given back; else null.</param>
public sealed record AuditedRequest(string Verb, string Uri, int Code, string User, DateTimeOffset ReceivedAt, string? Lease)
{
    /// <summary>Whether it changes objects, if the server lets it.</summary>
    public bool IsWrite => Verb is "create" or "update" or "patch" or "delete" or "deletecollection";

    /// <summary>Whether the server did what was asked.</summary>
    public bool IsDone => Code is >= 200 and < 300;
}

/// <summary>
/// The API server's own record of every request of the service accounts of one namespace: whatever else lives on the control plane is not in it.
/// </summary>
/// <remarks>Documented at https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/. One call at a time.</remarks>
public sealed class AuditLog : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("audit-");
    private readonly List<AuditedRequest> _requests = [];
    private long _position;

    /// <summary>Prepares a log.</summary>
    /// <param name="namespace">Namespace of the service accounts.</param>
    public AuditLog(string @namespace) => File.WriteAllText(
        PolicyPath,
        $$"""
        {
          "apiVersion": "audit.k8s.io/v1", "kind": "Policy", "omitStages": ["RequestReceived", "ResponseStarted"],
          "rules": [
            {
              "level": "Request", "userGroups": ["system:serviceaccounts:{{@namespace}}"], "verbs": ["create", "update", "patch"],
              "resources": [{ "group": "coordination.k8s.io", "resources": ["leases"] }]
            },
            { "level": "Metadata", "userGroups": ["system:serviceaccounts:{{@namespace}}"] },
            { "level": "None" }
          ]
        }
        """);

    /// <summary>What the API server must be told.</summary>
    public IReadOnlyList<string> ApiServerArguments =>
    [
        $"--audit-policy-file={PolicyPath}", $"--audit-log-path={LogPath}", "--audit-log-mode=blocking",
        // In MiB: the server would put the file away at 100, in the middle of a long run.
        "--audit-log-maxsize=100000",
    ];

    private string PolicyPath => Path.Combine(_directory.FullName, "policy.json");

    private string LogPath => Path.Combine(_directory.FullName, "audit.log");

    /// <summary>The requests that were answered so far, in that order. A watch counts when it ends.</summary>
    public async Task<IReadOnlyList<AuditedRequest>> ReadAsync(CancellationToken cancellationToken)
    {
        if (File.Exists(LogPath))
        {
            await ReadOnAsync(cancellationToken);
        }

        return [.. _requests];
    }

    /// <summary>Deletes the files.</summary>
    public void Dispose() => _directory.Delete(recursive: true);

    // Only what is new: the log of a long run is large, and asked often.
    private async Task ReadOnAsync(CancellationToken cancellationToken)
    {
        await using var file = new FileStream(LogPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Position = _position;
        using var reader = new StreamReader(file);
        var text = await reader.ReadToEndAsync(cancellationToken);

        // The last line may be half written.
        var whole = text[..(text.LastIndexOf('\n') + 1)];
        _position += Encoding.UTF8.GetByteCount(whole);
        _requests.AddRange(whole.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse));
    }

    private static AuditedRequest Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var entry = json.RootElement;
        return new(
            entry.GetProperty("verb").GetString()!,
            entry.GetProperty("requestURI").GetString()!,
            entry.TryGetProperty("responseStatus", out var status) && status.TryGetProperty("code", out var code) ? code.GetInt32() : 0,
            entry.GetProperty("user").GetProperty("username").GetString()!,
            entry.GetProperty("requestReceivedTimestamp").GetDateTimeOffset(),
            entry.TryGetProperty("requestObject", out var lease) ? HolderOf(lease) : null);
    }

    private static string HolderOf(JsonElement lease) =>
        lease.GetProperty("spec").TryGetProperty("holderIdentity", out var holder) ? holder.GetString() ?? "" : "";
}
