using System.Collections.Immutable;
using Ray.Api.V1;
using Ray.Operator.Options;
using Ray.Operator.RayClusters.Validation;
using Ray.Operator.Tests.Simulation;

namespace Ray.Operator.Tests.Validation;

/// <summary>
/// Those of the thirty most easily missed rules of KubeRay that are about validation. The number is that of the specification; the name
/// says whether the rule is kept.
/// </summary>
public sealed class EasilyMissedRuleTests
{
    [Fact]
    public void Rule_10_is_left_every_problem_is_told_at_once_with_place_and_remedy()
    {
        var errors = Errors(Clusters.Group("a", replicas: -1), Clusters.Group("b", replicas: 1, hosts: 0));

        Assert.Equal(["spec.workerGroupSpecs[0].replicas", "spec.workerGroupSpecs[1].numOfHosts"], errors.Select(problem => problem.Field));
    }

    [Fact]
    public void Rule_22_is_left_no_group_may_be_named_headgroup() =>
        Assert.Equal("spec.workerGroupSpecs[0].groupName", Assert.Single(Errors(Clusters.Group("headgroup", 1))).Field);

    [Fact]
    public void Rule_23_is_left_duplicate_group_names_are_refused_without_a_webhook() =>
        Assert.Equal(
            "spec.workerGroupSpecs[1].groupName", Assert.Single(Errors(Clusters.Group("a", 1), Clusters.Group("a", 1))).Field);

    [Fact]
    public void Rule_24_is_left_a_replica_has_at_least_one_host() =>
        Assert.Equal("spec.workerGroupSpecs[0].numOfHosts", Assert.Single(Errors(Clusters.Group("a", 1, hosts: 0))).Field);

    private static ImmutableArray<SpecProblem> Errors(params WorkerGroupSpec[] groups) =>
        ClusterValidator.Validate(Clusters.Cluster(groups), new OperatorSettings()).Errors;
}
