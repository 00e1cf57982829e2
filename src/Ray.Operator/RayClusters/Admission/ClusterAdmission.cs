using Kube;
using Kube.Runtime.Webhooks;
using Ray.Api.V1;
using Ray.Operator.Options;
using Ray.Operator.RayClusters.Validation;

namespace Ray.Operator.RayClusters.Admission;

/// <summary>Whether a RayCluster may be stored. Pure.</summary>
internal static class ClusterAdmission
{
    /// <summary>Judges a request.</summary>
    /// <remarks>
    /// An update is held to what it changes: mistakes that are stored already neither keep labels from being written nor a finalizer from being taken
    /// away. A cluster on its way out may be changed at will.
    /// </remarks>
    public static AdmissionDecision Decide(AdmissionRequest<RayCluster> request, OperatorSettings settings)
    {
        if (request is not { Operation: AdmissionOperation.Create or AdmissionOperation.Update, Subresource: "", Object: { } cluster }
            || cluster.Metadata?.DeletionTimestamp is not null)
        {
            return AdmissionDecision.Allow();
        }

        var isOf2020 = request.RequestedVersion == Api.V1Alpha1.RayCluster.KubeApiVersion;
        var found = Judge(cluster, isOf2020, settings);
        var known = request.OldObject is { } old ? Judge(old, isOf2020, settings) : new([], []);
        string[] warnings = [.. found.Warnings.Select(problem => problem.ToString())];
        var errors = found.Errors.Except(known.Errors).ToList();
        return errors.Count == 0
            ? AdmissionDecision.Allow(warnings)
            : AdmissionDecision.Invalid(MessageOf(NameOf(request), errors), [.. errors.Select(CauseOf)], warnings);
    }

    /// <summary>What is to be said of a cluster, by the names of the version that its author wrote.</summary>
    public static ValidationResult Judge(RayCluster cluster, bool isOf2020, OperatorSettings settings)
    {
        var all = ClusterValidator.Validate(cluster, settings);
        var result = new ValidationResult(
            [.. all.Errors.Where(IsOfTheAuthor)], [.. DeprecatedFields.Check(cluster), .. all.Warnings.Where(IsOfTheAuthor)]);
        return isOf2020 ? SpokeAdmission.Judge(cluster, result) : result;
    }

    // The status is the operator's own.
    private static bool IsOfTheAuthor(SpecProblem problem) => problem.Kind != ProblemKind.Status;

    private static string NameOf(AdmissionRequest<RayCluster> request) =>
        request.Name is { Length: > 0 } name ? name : request.Object?.Metadata?.GenerateName ?? "";

    // As the API server words its own refusals.
    private static string MessageOf(string name, List<SpecProblem> errors)
    {
        var texts = string.Join(", ", errors);
        return $"{RayCluster.KubeKind}.{RayCluster.KubeGroup} \"{name}\" is invalid: {(errors.Count == 1 ? texts : $"[{texts}]")}";
    }

    private static ApiErrorCause CauseOf(SpecProblem error) => new(error.Field, "FieldValueInvalid", $"{error.Message}; {error.Remedy}");
}
