using Ray.Api;

namespace Ray.Operator.RayClusters.Validation;

/// <summary>Why a RayCluster is refused, or what its author should know.</summary>
/// <param name="Kind">What is wrong: the metadata, the spec or the status.</param>
/// <param name="Field">Path of the field, such as <c>spec.workerGroupSpecs[0].minReplicas</c>.</param>
/// <param name="Message">What is wrong with it.</param>
/// <param name="Remedy">What to do about it.</param>
internal sealed record SpecProblem(ProblemKind Kind, string Field, string Message, string Remedy)
{
    /// <summary>The reason that events and conditions give.</summary>
    public string Reason => Kind switch
    {
        ProblemKind.Metadata => RayEventReasons.InvalidRayClusterMetadata,
        ProblemKind.Status => RayEventReasons.InvalidRayClusterStatus,
        _ => RayEventReasons.InvalidRayClusterSpec,
    };

    /// <summary>Field, message and remedy in one line.</summary>
    public override string ToString() => $"{Field}: {Message}; {Remedy}";
}

/// <summary>Which part of an object is wrong.</summary>
internal enum ProblemKind
{
    /// <summary>Name, labels or annotations of the object.</summary>
    Metadata,

    /// <summary>The spec.</summary>
    Spec,

    /// <summary>The status.</summary>
    Status,
}
