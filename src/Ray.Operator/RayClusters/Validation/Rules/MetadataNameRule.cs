namespace Ray.Operator.RayClusters.Validation.Rules;

/// <summary>The name of a cluster begins the names of its services, which are DNS labels.</summary>
internal static class MetadataNameRule
{
    // 63, the longest DNS label, less "-serve-svc".
    private const int MaxLength = 53;

    public static IEnumerable<SpecProblem> Check(ClusterContext context)
    {
        var name = context.Cluster.Metadata?.Name ?? "";
        if (name.Length > MaxLength)
        {
            yield return Problem($"has {name.Length} characters, {MaxLength} are allowed", "choose a shorter name");
        }

        if (!KubernetesNames.IsServiceName(name))
        {
            yield return Problem(
                $"'{name}' is not a DNS-1035 label",
                "use lower-case letters, digits and '-', begin with a letter and end with a letter or digit");
        }
    }

    private static SpecProblem Problem(string message, string remedy) => new(ProblemKind.Metadata, "metadata.name", message, remedy);
}
