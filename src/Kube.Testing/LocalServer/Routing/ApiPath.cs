namespace Kube.Testing;

/// <summary>Where a request goes: <c>/apis/group/version/namespaces/ns/plural/name/subresource</c>.</summary>
internal sealed record ApiPath(string Group, string Version, string? Namespace, string Plural, string? Name, string? Subresource)
{
    /// <summary>Reads a path; null for those of discovery, and for what is none.</summary>
    public static ApiPath? Parse(string path)
    {
        var parts = path.Trim('/').Split('/').Select(Uri.UnescapeDataString).ToArray();
        return parts switch
        {
            ["api", var version, .. var rest] when rest.Length > 0 => Of("", version, rest),
            ["apis", var group, var version, .. var rest] when rest.Length > 0 => Of(group, version, rest),
            _ => null,
        };
    }

    private static ApiPath? Of(string group, string version, string[] rest) => rest switch
    {
        // "watch" before the path is the old way to watch, and not offered.
        ["namespaces", var ns, var plural] when plural is not ("status" or "finalize") => new(group, version, ns, plural, null, null),
        ["namespaces", var ns, var plural, var name] => new(group, version, ns, plural, name, null),
        ["namespaces", var ns, var plural, var name, var sub] => new(group, version, ns, plural, name, sub),
        [var plural] => new(group, version, null, plural, null, null),
        [var plural, var name] => new(group, version, null, plural, name, null),
        [var plural, var name, var sub] => new(group, version, null, plural, name, sub),
        _ => null,
    };
}
