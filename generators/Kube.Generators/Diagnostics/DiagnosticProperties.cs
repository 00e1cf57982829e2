namespace Kube.Generators.Diagnostics;

/// <summary>Names of what diagnostics tell code fixes.</summary>
internal static class DiagnosticProperties
{
    /// <summary>The text that belongs in the place of the squiggle.</summary>
    public const string Replacement = nameof(Replacement);

    /// <summary>Name of the attribute that means nothing.</summary>
    public const string Attribute = nameof(Attribute);

    /// <summary>Path of a change that breaks a released definition.</summary>
    public const string Path = nameof(Path);

    /// <summary>Full name of the class of the version that something is in.</summary>
    public const string Kind = nameof(Kind);

    /// <summary>Set on versions of which only one may be stored.</summary>
    public const string Stored = nameof(Stored);

    /// <summary>
    /// Properties that lack a bound, as <c>type.Property</c> with semicolons between them; <c>[]</c> behind one when its items lack it.
    /// </summary>
    public const string Unbounded = nameof(Unbounded);
}
