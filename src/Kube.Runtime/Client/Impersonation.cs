namespace Kube.Runtime.Client;

/// <summary>Somebody else whom the client acts as; it needs the right to <c>impersonate</c> them. <c>kubectl --as</c> and a kubeconfig's <c>as</c>.</summary>
/// <remarks>
/// One group and one value of each extra: servers want every further one in a header line of its own, and .NET writes values of one name into
/// one line.
/// </remarks>
/// <param name="User">Name of the user.</param>
public sealed record Impersonation(string User)
{
    /// <summary>UID of the user; null for none.</summary>
    public string? Uid { get; init; }

    /// <summary>Group of the user; null for none.</summary>
    public string? Group { get; init; }

    /// <summary>Whatever else authorisers ask for, such as <c>scopes</c>.</summary>
    public IReadOnlyDictionary<string, string> Extra { get; init; } = new Dictionary<string, string>();

    internal IEnumerable<KeyValuePair<string, string>> Headers()
    {
        yield return new("Impersonate-User", User);
        if (Uid is not null)
        {
            yield return new("Impersonate-Uid", Uid);
        }

        if (Group is not null)
        {
            yield return new("Impersonate-Group", Group);
        }

        foreach (var (key, value) in Extra)
        {
            yield return new("Impersonate-Extra-" + Uri.EscapeDataString(key), value);
        }
    }
}
