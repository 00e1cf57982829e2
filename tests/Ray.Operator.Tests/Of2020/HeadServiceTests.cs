using k8s.Models;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Desired;
using Ray.Operator.Tests.Desired;

namespace Ray.Operator.Tests.Of2020;

/// <summary>The service of 2020: the cluster's name first, without a cluster IP, with the user's ports and whatever Ray needs besides.</summary>
public sealed class HeadServiceTests
{
    [Fact]
    public void The_documented_service_leads_to_the_head_itself()
    {
        var service = Build("ports: [{name: redis, port: 80, targetPort: 6379}]");

        Assert.Equal(("demo-my-svc", "None", true), (service.Metadata.Name, service.Spec.ClusterIP, service.Spec.PublishNotReadyAddresses));
        Assert.Equal(("redis", 80, "6379"), (service.Spec.Ports[0].Name, service.Spec.Ports[0].Port, service.Spec.Ports[0].TargetPort.Value));
        Assert.Contains(service.Spec.Ports, port => (port.Name, port.Port) == ("gcs-server", 6379));
        AssertValid(service);
    }

    [Fact]
    public void The_selector_finds_the_head_and_nobody_elses()
    {
        var service = Build("selector: {identifier: demo-head, mine: wrong}");
        var head = HeadPod.Build(Cluster("selector: {identifier: demo-head, mine: wrong}"), Sample.Settings);

        Assert.DoesNotContain("mine", service.Spec.Selector.Keys);
        Assert.All(service.Spec.Selector, label => Assert.Equal(label.Value, head.Metadata.Labels[label.Key]));
        Assert.Equal("demo", service.Spec.Selector["ray.io/cluster"]);
    }

    [Theory]
    [InlineData("ports: [{name: redis, port: 6379}]", "redis 6379")]
    [InlineData("ports: [{name: gcs-server, port: 80, targetPort: 6379}]", "gcs-server 80")]
    [InlineData("ports: [{name: dashboard, port: 6379}]", "dashboard 6379")]
    [InlineData("ports: [{port: 8265}, {port: 10001}]", "8265-port 8265, 10001-port 10001")]
    [InlineData("ports: [{name: a, port: 1}, {name: a, port: 2}, {name: b, port: 1}]", "a 1")]
    [InlineData("ports: [{name: dns, port: 6379, protocol: UDP}]", "dns 6379")]
    [InlineData("ports: []", "redis 6379")]
    public void Users_ports_come_first_and_nothing_clashes_in_name_or_number(string spec, string first)
    {
        var service = Build(spec);

        Assert.StartsWith(first, string.Join(", ", service.Spec.Ports.Select(port => $"{port.Name} {port.Port}")), StringComparison.Ordinal);
        AssertValid(service);
    }

    [Theory]
    [InlineData("NodePort")]
    [InlineData("LoadBalancer")]
    public void A_service_with_an_address_leads_to_every_port_of_the_head(string type)
    {
        var service = Build($"type: {type}\nports: [{{name: redis, port: 80, targetPort: 6379}}]");

        Assert.Null(service.Spec.ClusterIP);
        Assert.Null(service.Spec.PublishNotReadyAddresses);
        Assert.Contains(service.Spec.Ports, port => port.Port == 6379 && port.TargetPort is null);
        AssertValid(service);
    }

    [Fact]
    public void The_user_may_hide_a_head_that_is_not_ready() =>
        Assert.False(Build("publishNotReadyAddresses: false").Spec.PublishNotReadyAddresses);

    // What the API server demands of the ports of a service.
    private static void AssertValid(V1Service service)
    {
        Assert.Distinct(service.Spec.Ports.Select(port => port.Name));
        Assert.Distinct(service.Spec.Ports.Select(port => (port.Port, port.Protocol)));
        Assert.All(service.Spec.Ports, port => Assert.Matches("^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$", port.Name));
    }

    private static V1Service Build(string spec) => HeadService.Build(Cluster(spec), Sample.Settings);

    private static RayCluster Cluster(string spec) => Converted.From(
        $$"""
        metadata:
          name: demo
        spec:
          headService:
            metadata:
              name: my-svc
            spec:
              {{spec.Replace("\n", "\n      ", StringComparison.Ordinal)}}
          headGroupSpec:
            rayStartParams: {}
            template:
              spec:
                containers:
                  - name: ray
        """);
}
