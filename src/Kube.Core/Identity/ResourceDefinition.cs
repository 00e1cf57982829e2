using System.Text;

namespace Kube;

/// <summary>What the API server calls a resource: its group, version, kind, plural name and scope.</summary>
/// <param name="Group">API group; empty for the core group.</param>
/// <param name="Version">API version, such as <c>v1</c>.</param>
/// <param name="Kind">Kind in upper camel case, such as <c>CronTab</c>.</param>
/// <param name="Plural">Plural resource name as it stands in request paths, such as <c>crontabs</c>.</param>
/// <param name="IsNamespaced">Whether objects live in a namespace.</param>
public sealed record ResourceDefinition(string Group, string Version, string Kind, string Plural, bool IsNamespaced = true)
{
    /// <summary>The <c>apiVersion</c> of objects: <c>group/version</c>, or the bare version in the core group.</summary>
    public string ApiVersion => Group.Length == 0 ? Version : $"{Group}/{Version}";

    /// <summary>The request path of a collection, an object or a subresource.</summary>
    /// <param name="namespace">Namespace of the object or collection; null means all namespaces, or a cluster-scoped resource.</param>
    /// <param name="name">Name of the object; null means the collection.</param>
    /// <param name="subresource">Subresource such as <c>status</c>; needs a name.</param>
    /// <exception cref="ArgumentException">
    /// A name without a namespace for a namespaced resource, a namespace for a cluster-scoped one, a subresource without a name, or a
    /// name that no object can have.
    /// </exception>
    public string PathOf(string? @namespace, string? name = null, string? subresource = null)
    {
        if (IsNamespaced && name is not null && string.IsNullOrEmpty(@namespace))
        {
            throw new ArgumentException($"{Kind} is namespaced: name the namespace of '{name}'.", nameof(@namespace));
        }

        if (subresource is not null && name is null)
        {
            throw new ArgumentException($"The subresource '{subresource}' belongs to one object: name it.", nameof(subresource));
        }

        if (!IsNamespaced && !string.IsNullOrEmpty(@namespace))
        {
            throw new ArgumentException($"{Kind} is cluster-scoped: it has no namespace '{@namespace}'.", nameof(@namespace));
        }

        var path = new StringBuilder(Group.Length == 0 ? "/api/" : $"/apis/{Group}/").Append(Version);
        if (!string.IsNullOrEmpty(@namespace))
        {
            path.Append("/namespaces/").Append(Segment(@namespace, nameof(@namespace)));
        }

        path.Append('/').Append(Plural);
        if (name is not null)
        {
            path.Append('/').Append(Segment(name, nameof(name)));
        }

        if (subresource is not null)
        {
            path.Append('/').Append(subresource);
        }

        return path.ToString();
    }

    // HTTP clients resolve "." and ".." away, which would address another resource.
    private static string Segment(string value, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(value, parameter);
        return value is "." or ".." ? throw new ArgumentException($"'{value}' cannot name an object.", parameter) : Uri.EscapeDataString(value);
    }

    /// <summary>The name with its group, as <c>kubectl</c> and error messages print it: <c>crontabs.stable.example.com</c>.</summary>
    public override string ToString() => Group.Length == 0 ? Plural : $"{Plural}.{Group}";
}
