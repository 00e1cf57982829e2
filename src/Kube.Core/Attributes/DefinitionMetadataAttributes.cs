namespace Kube;

/// <summary>
/// An annotation of the CustomResourceDefinition itself, such as <c>cert-manager.io/inject-ca-from</c>. Several versions of a kind share one
/// definition and so one set of annotations. A group below <c>k8s.io</c> or <c>kubernetes.io</c> needs <c>api-approved.kubernetes.io</c>: the
/// address of the approving pull request, or a text that begins with <c>unapproved</c>.
/// </summary>
/// <param name="key">Qualified name: an optional DNS prefix and a slash, then at most 63 letters, digits, <c>-</c>, <c>_</c>, <c>.</c>.</param>
/// <param name="value">Any text.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DefinitionAnnotationAttribute(string key, string value) : Attribute
{
    /// <summary>Qualified name.</summary>
    public string Key { get; } = key;

    /// <summary>Any text.</summary>
    public string Value { get; } = value;
}

/// <summary>A label of the CustomResourceDefinition itself.</summary>
/// <param name="key">Qualified name: an optional DNS prefix and a slash, then at most 63 letters, digits, <c>-</c>, <c>_</c>, <c>.</c>.</param>
/// <param name="value">Empty, or at most 63 letters, digits, <c>-</c>, <c>_</c>, <c>.</c>, beginning and ending with a letter or digit.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DefinitionLabelAttribute(string key, string value) : Attribute
{
    /// <summary>Qualified name.</summary>
    public string Key { get; } = key;

    /// <summary>Value of the label.</summary>
    public string Value { get; } = value;
}
