using System.Collections.Immutable;

namespace Ray.Operator.RayClusters.Validation;

/// <summary>What validation found in a cluster.</summary>
/// <param name="Errors">Why the cluster is refused; empty when it is valid.</param>
/// <param name="Warnings">What is allowed and probably not meant.</param>
internal sealed record ValidationResult(ImmutableArray<SpecProblem> Errors, ImmutableArray<SpecProblem> Warnings)
{
    /// <summary>Whether the cluster can be served.</summary>
    public bool IsValid => Errors.IsEmpty;
}
