using Microsoft.CodeAnalysis.Text;

namespace Kube.Generators.Model;

/// <summary>Where the target of a <see cref="Problem"/> is.</summary>
internal sealed record TargetLocation(string Target, string Path, TextSpan Span, LinePositionSpan Lines)
{
    /// <summary>Where the characters of a constant text are; empty when the target is none, or is not written as a literal.</summary>
    public EquatableArray<TextSegment> Segments { get; init; }
}
