using Ray.Api;
using Ray.Operator.RayClusters.Desired;

namespace Ray.Operator.RayClusters.Validation.Rules;

/// <summary>A cluster that asks for a service for Ray Serve has a port for it: a service without ports would be refused.</summary>
internal static class ServePortRule
{
    public static IEnumerable<SpecProblem> Check(ClusterContext context)
    {
        if (context.HeadContainer is not null
            && ServeService.IsWanted(context.Cluster)
            && ServeService.Build(context.Cluster, context.Settings) is null)
        {
            yield return ClusterContext.Problem(
                $"{ClusterContext.HeadContainerPath}.ports",
                $"has no port named serve or serve-…, which the annotation {RayAnnotations.EnableServeService} needs",
                "name the port of Ray Serve, or remove the annotation");
        }
    }
}
