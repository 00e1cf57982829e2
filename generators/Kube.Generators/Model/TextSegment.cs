namespace Kube.Generators.Model;

/// <summary>A part of a constant text, and where in the source it is written.</summary>
/// <param name="Start">First character in the text.</param>
/// <param name="Length">Characters in the text.</param>
/// <param name="SourceStart">First character in the source file.</param>
/// <param name="SourceLength">Characters in the source: as many, unless the part is an escape.</param>
/// <param name="Line">Line of the first character, from 0.</param>
/// <param name="Column">Its column, from 0. A segment does not go over the end of a line.</param>
internal sealed record TextSegment(int Start, int Length, int SourceStart, int SourceLength, int Line, int Column);

/// <summary>Some characters of a constant text.</summary>
/// <param name="Start">The first.</param>
/// <param name="End">The one after the last.</param>
internal sealed record TextRange(int Start, int End);
