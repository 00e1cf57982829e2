using Kube.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Kube.Generators.Diagnostics;

/// <summary>Finds the place of a problem.</summary>
internal static class ProblemLocation
{
    /// <summary>
    /// The characters that the problem is about, else its target, else what the target is part of; nowhere when none of them is in source.
    /// </summary>
    public static Location Of(Problem problem, IReadOnlyDictionary<string, TargetLocation> locations)
    {
        if (!locations.TryGetValue(problem.Target, out var place))
        {
            var part = problem.Target.IndexOf('#');
            return part > 0 && locations.TryGetValue(problem.Target.Substring(0, part), out var owner)
                ? Location.Create(owner.Path, owner.Span, owner.Lines)
                : Location.None;
        }

        return problem.Range is { } range && Within(place, range) is { } exact ? exact : Location.Create(place.Path, place.Span, place.Lines);
    }

    private static Location? Within(TargetLocation place, TextRange range)
    {
        var start = SegmentAt(place, range.Start);
        var end = SegmentAt(place, range.End - 1);
        if (start is null || end is null)
        {
            return null;
        }

        var first = Offset(start, range.Start);
        var last = Offset(end, range.End - 1) + (end.Length == end.SourceLength ? 1 : end.SourceLength);
        return Location.Create(
            place.Path,
            TextSpan.FromBounds(start.SourceStart + first, end.SourceStart + last),
            new(new(start.Line, start.Column + first), new(end.Line, end.Column + last)));
    }

    private static TextSegment? SegmentAt(TargetLocation place, int index) =>
        place.Segments.FirstOrDefault(s => s.Start <= index && index < s.Start + s.Length);

    /// <summary>An escape is pointed at as a whole.</summary>
    private static int Offset(TextSegment segment, int index) => segment.Length == segment.SourceLength ? index - segment.Start : 0;
}
