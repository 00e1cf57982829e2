namespace Kube;

/// <summary>One request to an API server, as a value: nothing is sent until an <see cref="IApiTransport"/> is given it.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Absolute path, such as <c>/apis/stable.example.com/v1/namespaces/default/crontabs</c>.</param>
public sealed record ApiRequest(HttpMethod Method, string Path)
{
    /// <summary>Query string without the leading <c>?</c>, already escaped; empty for none.</summary>
    public string Query { get; init; } = "";

    /// <summary>UTF-8 body; empty for none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Media type of <see cref="Body"/>.</summary>
    public string ContentType { get; init; } = MediaTypes.Json;

    /// <summary>Media types that the answer may have; the server takes the first that it knows.</summary>
    public string Accept { get; init; } = MediaTypes.Json;

    /// <summary>Longest time of the call with all its retries; null leaves it to the transport. Watches have none.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>Whether objects may be decoded without their <c>metadata.managedFields</c>.</summary>
    public bool OmitManagedFields { get; init; }

    /// <summary>The resource that is asked for, for metrics and messages; null for raw paths.</summary>
    public ResourceDefinition? Resource { get; init; }

    /// <summary>
    /// Called before each attempt is sent, as late as the transport can; what it throws ends the call, and nothing is sent. Null for nothing.
    /// </summary>
    public Action? BeforeSend { get; init; }

    /// <summary>Path and query.</summary>
    public string Target => Query.Length == 0 ? Path : $"{Path}?{Query}";
}
