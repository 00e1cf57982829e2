namespace Kube.Generators.Model;

/// <summary>What a file beside the sources is for.</summary>
internal enum FileRole
{
    /// <summary>The definition of a kind as the last build wrote it.</summary>
    Current,

    /// <summary>The definition of a kind as it was released: newer ones must not break what it promised.</summary>
    Released,

    /// <summary>The roles of the assembly as the last build wrote them.</summary>
    Rbac,

    /// <summary>Lines that stand above every written definition.</summary>
    Header,
}

/// <summary>A file of definitions that the build hands to the compiler.</summary>
/// <param name="Role">What it is for.</param>
/// <param name="Path">Its path.</param>
/// <param name="Text">Its text.</param>
internal sealed record DefinitionFile(FileRole Role, string Path, string Text)
{
    /// <summary>Its name without folder.</summary>
    public string Name => Path.Substring(Path.LastIndexOfAny(['/', '\\']) + 1);
}

/// <summary>What the build says about files.</summary>
/// <param name="WritesFiles">Whether the build writes definitions as files at all.</param>
/// <param name="IsContinuousIntegration">Whether files are compared, never written.</param>
internal sealed record FileSettings(bool WritesFiles, bool IsContinuousIntegration);

/// <summary>A problem that a comparison with files found.</summary>
/// <param name="Problem">The problem; its target is the code it is about.</param>
/// <param name="Place">Where to show it when that is a file and no code.</param>
/// <param name="Kind">The class to show it at when the target has no place in source.</param>
internal sealed record FileProblem(Problem Problem, TargetLocation? Place, string Kind);
