using System.Collections.Immutable;

namespace Ray.Operator.Options;

/// <summary>What was made of everything that was said about the operator.</summary>
/// <param name="Options">The options; of no use when there are errors.</param>
/// <param name="Errors">Why the operator cannot start, each with option, place and allowed values. Empty when it can.</param>
/// <param name="Warnings">What was said and has no effect.</param>
internal sealed record OptionsReading(OperatorOptions Options, ImmutableArray<string> Errors, ImmutableArray<string> Warnings);
