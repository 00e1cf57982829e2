using Microsoft.CodeAnalysis.Text;

namespace Kube.Generators.Model;

/// <summary>Where the target of a <see cref="Problem"/> is.</summary>
internal sealed record TargetLocation(string Target, string Path, TextSpan Span, LinePositionSpan Lines);
