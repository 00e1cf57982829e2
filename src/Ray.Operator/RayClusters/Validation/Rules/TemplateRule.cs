namespace Ray.Operator.RayClusters.Validation.Rules;

/// <summary>Every group has a pod template with containers; the first one is Ray's.</summary>
internal static class TemplateRule
{
    public static IEnumerable<SpecProblem> Check(GroupContext group)
    {
        if (group.Template is null)
        {
            yield return group.Problem("template", "is missing", "add a pod template");
        }
        else if (group.Template.Spec?.Containers is not { Count: > 0 })
        {
            yield return group.Problem("template.spec.containers", "is empty", "add the Ray container");
        }
    }
}
