using k8s.Models;
using Kube;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Desired;

namespace Ray.Operator.Tests.Desired;

public class NetworkPolicyTests
{
    [Fact]
    public void Head() => Golden.Matches("network-policy-head", Policies()[0], KubePolicyJsonContext.Default.V1NetworkPolicy);

    [Fact]
    public void Workers() => Golden.Matches("network-policy-workers", Policies()[1], KubePolicyJsonContext.Default.V1NetworkPolicy);

    [Theory]
    [InlineData(null, "Ingress,Egress")]
    [InlineData("", "Ingress,Egress")]
    [InlineData("DenyAll", "Ingress,Egress")]
    [InlineData("DenyAllIngress", "Ingress")]
    [InlineData("DenyAllEgress", "Egress")]
    public void The_mode_says_which_directions_are_closed(string? mode, string types) =>
        Assert.All(Policies(config => config.Mode = mode), policy => Assert.Equal(types, string.Join(',', policy.Spec.PolicyTypes)));

    [Fact]
    public void A_direction_that_is_open_has_no_rules()
    {
        var policy = Policies(config => config.Mode = NetworkPolicyMode.DenyAllEgress)[0];

        Assert.Null(policy.Spec.Ingress);
        Assert.NotNull(policy.Spec.Egress);
    }

    [Fact]
    public void Rules_of_a_group_take_the_place_of_those_of_all_workers()
    {
        var policies = NetworkPolicies.Build(Sample.Cluster(cluster =>
        {
            cluster.Spec!.WorkerGroupSpecs!.Add(new WorkerGroupSpec { GroupName = "large" });
            cluster.Spec.NetworkPolicy = new NetworkPolicyConfig
            {
                Worker = new NetworkPolicyRules { IngressRules = [From("all")] },
                WorkerGroups = [new WorkerGroupNetworkPolicy { GroupName = "large", EgressRules = [] }],
            };
        }));

        Assert.Equal(["raycluster-head", "raycluster-workers-small", "raycluster-workers-large"], policies.Select(p => p.Metadata.Name));
        Assert.Equal([1, 2, 1], policies.Select(p => p.Spec.Ingress.Count));
    }

    [Theory]
    [InlineData("K8sJobMode", "RayJob", 2)]
    [InlineData("HTTPMode", "RayJob", 1)]
    [InlineData("K8sJobMode", "RayService", 1)]
    public void The_submitter_of_a_RayJob_reaches_the_dashboard(string mode, string owner, int rules)
    {
        var head = NetworkPolicies.Build(Sample.Cluster(cluster =>
        {
            cluster.Metadata.Labels = new Dictionary<string, string> { [RayLabels.JobSubmissionMode] = mode };
            cluster.Metadata.OwnerReferences = [new V1OwnerReference { Kind = owner, Name = "job", Controller = true }];
            cluster.Spec!.HeadGroupSpec!.RayStartParams = new Dictionary<string, string> { ["dashboard-port"] = "9000" };
            cluster.Spec.NetworkPolicy = new NetworkPolicyConfig();
        }))[0];

        Assert.Equal(rules, head.Spec.Ingress.Count);
        if (rules == 2)
        {
            Assert.Equal("9000", Assert.Single(head.Spec.Ingress[1].Ports).Port.Value);
            Assert.Equal("job", Assert.Single(head.Spec.Ingress[1].FromProperty).PodSelector.MatchLabels[RayLabels.OriginatedFromName]);
        }
    }

    private static System.Collections.Immutable.ImmutableArray<V1NetworkPolicy> Policies(Action<NetworkPolicyConfig>? change = null) =>
        NetworkPolicies.Build(Sample.Cluster(cluster =>
        {
            cluster.Spec!.NetworkPolicy = new NetworkPolicyConfig
            {
                Head = new NetworkPolicyRules { IngressRules = [From("notebook")] },
                Worker = new NetworkPolicyRules { EgressRules = [new() { Ports = [new() { Port = 53, Protocol = "UDP" }] }] },
            };
            change?.Invoke(cluster.Spec.NetworkPolicy);
        }));

    private static V1NetworkPolicyIngressRule From(string app) => new()
    {
        FromProperty = [new() { PodSelector = new V1LabelSelector { MatchLabels = new Dictionary<string, string> { ["app"] = app } } }],
    };
}
