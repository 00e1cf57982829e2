namespace Ray.Operator.Commands.Manifests;

/// <summary>What is wrong with a manifest, or odd.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Path">Path of the field; empty for the whole file.</param>
/// <param name="Message">What it is, and what to do about it.</param>
/// <param name="IsError">Whether the manifest cannot be used; else it is a warning.</param>
internal sealed record Finding(string File, int Line, string Path, string Message, bool IsError)
{
    /// <summary>As compilers print, so that editors find the place.</summary>
    public override string ToString() =>
        $"{File}:{Line}: {(IsError ? "error" : "warning")}: {(Path.Length == 0 ? "" : $"{Path}: ")}{Message}";
}
