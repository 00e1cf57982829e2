using k8s.Models;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Desired;

namespace Ray.Operator.Tests.Desired;

public class HeadServiceTests
{
    [Fact]
    public void It_is_named_after_the_cluster_and_lives_beside_it()
    {
        var service = Sample.Service();

        Assert.Equal(("raycluster-head-svc", "team"), (service.Metadata.Name, service.Metadata.NamespaceProperty));
        Assert.Equal("uid-1", Assert.Single(service.Metadata.OwnerReferences).Uid);
    }

    [Fact]
    public void Its_five_labels_are_its_selector()
    {
        var service = Sample.Service();

        Assert.Equal(
            ["app.kubernetes.io/created-by", "app.kubernetes.io/name", "ray.io/cluster", "ray.io/identifier", "ray.io/node-type"],
            service.Metadata.Labels.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(service.Metadata.Labels.OrderBy(pair => pair.Key), service.Spec.Selector.OrderBy(pair => pair.Key));
    }

    [Theory]
    [InlineData(RayLabels.AppName)]
    [InlineData(RayLabels.Identifier)]
    [InlineData(RayLabels.AppCreatedBy)]
    public void It_finds_the_head_whatever_labels_the_template_overrides(string label)
    {
        static Action<RayCluster> Overriding(string label) => cluster =>
            cluster.HeadTemplate().Metadata.Labels = new Dictionary<string, string> { [label] = "mine" };

        Assert.Equal("mine", Sample.Service(Overriding(label)).Spec.Selector[label]);
        Assert.Equal("mine", Sample.Head(Overriding(label)).Metadata.Labels[label]);
    }

    [Fact]
    public void Its_annotations_are_those_of_the_spec()
    {
        var service = Sample.Service(cluster => cluster.Spec!.HeadServiceAnnotations = new Dictionary<string, string> { ["a"] = "1" });

        Assert.Equal("1", service.Metadata.Annotations["a"]);
        Assert.Null(Sample.Service().Metadata.Annotations);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ClusterIP")]
    public void It_is_headless_by_default(string? type)
    {
        var spec = Sample.Service(cluster => cluster.Spec!.HeadGroupSpec!.ServiceType = type).Spec;

        Assert.Equal("None", spec.ClusterIP);
        Assert.True(spec.PublishNotReadyAddresses);
    }

    [Theory]
    [InlineData("NodePort")]
    [InlineData("LoadBalancer")]
    public void Other_types_get_a_cluster_IP(string type)
    {
        var spec = Sample.Service(cluster => cluster.Spec!.HeadGroupSpec!.ServiceType = type).Spec;

        Assert.Equal((type, null, null), (spec.Type, spec.ClusterIP, spec.PublishNotReadyAddresses));
    }

    [Fact]
    public void A_cluster_IP_can_be_switched_on() =>
        Assert.Null(Sample.Service(settings: Sample.Settings with { HeadServiceClusterIp = true }).Spec.ClusterIP);

    [Fact]
    public void Without_container_ports_it_has_those_of_Ray()
    {
        var ports = Sample.Service().Spec.Ports;

        Assert.Equal(["client:10001", "dashboard:8265", "gcs-server:6379", "metrics:8080", "serve:8000"], Text(ports));
        Assert.All(ports, port => Assert.Equal(("TCP", "tcp", null), (port.Protocol, port.AppProtocol, port.TargetPort?.ToString())));
    }

    [Fact]
    public void Container_ports_take_the_place_of_those_of_Ray()
    {
        var ports = WithContainerPorts(("gcs", 6379, null), (null, 9000, null), ("udp", 9000, "UDP"));

        Assert.Equal(["9000-port:9000", "gcs:6379", "metrics:8080", "udp:9000"], Text(ports));
        Assert.Equal(("UDP", null), (ports[3].Protocol, ports[3].AppProtocol));
    }

    [Fact]
    public void A_container_port_named_metrics_is_used() =>
        Assert.Equal(["metrics:9"], Text(WithContainerPorts(("metrics", 9, null))));

    [Fact]
    public void Names_and_numbers_stand_only_once() =>
        Assert.Equal(["a:1", "mine:8080"], Text(WithContainerPorts(("mine", 8080, null), ("a", 1, null), ("b", 1, null), ("a", 2, null))));

    [Fact]
    public void A_given_service_keeps_what_is_its_own()
    {
        var service = Given(service =>
        {
            service.Metadata = new V1ObjectMeta
            {
                Name = "mine",
                NamespaceProperty = "other",
                Labels = new Dictionary<string, string> { ["a"] = "1", [RayLabels.Cluster] = "other" },
                Annotations = new Dictionary<string, string> { ["b"] = "mine", ["c"] = "mine" },
            };
            service.Spec = new V1ServiceSpec
            {
                Type = "NodePort",
                SessionAffinity = "ClientIP",
                Selector = new Dictionary<string, string> { ["app"] = "mine" },
            };
        });

        Assert.Equal(("mine", "team"), (service.Metadata.Name, service.Metadata.NamespaceProperty));
        Assert.Equal(("1", "raycluster"), (service.Metadata.Labels["a"], service.Metadata.Labels[RayLabels.Cluster]));
        Assert.Equal(("mine", "spec"), (service.Metadata.Annotations["b"], service.Metadata.Annotations["c"]));
        Assert.Equal(("NodePort", "ClientIP"), (service.Spec.Type, service.Spec.SessionAffinity));
        Assert.DoesNotContain("app", service.Spec.Selector.Keys);
        Assert.Null(service.Spec.ClusterIP);
    }

    [Fact]
    public void A_given_service_without_a_name_or_type_gets_both()
    {
        var service = Given(service => service.Spec = new V1ServiceSpec());

        Assert.Equal(("raycluster-head-svc", "LoadBalancer"), (service.Metadata.Name, service.Spec.Type));
    }

    [Fact]
    public void A_given_service_without_a_spec_is_not_headless() =>
        Assert.Null(Sample.Service(cluster => cluster.Spec!.HeadGroupSpec!.HeadService = new V1Service()).Spec.ClusterIP);

    [Fact]
    public void A_given_service_has_its_own_ports_first_then_the_others()
    {
        var service = Given(service => service.Spec = new V1ServiceSpec
        {
            Ports =
            [
                new V1ServicePort { Port = 443, TargetPort = 8443 },
                new V1ServicePort { Name = "board", Port = 8265 },
                new V1ServicePort { Name = "client", Port = 1 },
            ],
        });

        Assert.Equal(["443-port:443", "board:8265", "client:1", "gcs-server:6379", "metrics:8080", "serve:8000"], Text(service.Spec.Ports));
        Assert.Equal("8443", service.Spec.Ports[0].TargetPort.ToString());
        Assert.All(service.Spec.Ports, port => Assert.Equal("TCP", port.Protocol));
    }

    [Fact]
    public void The_name_is_known_without_building() =>
        Assert.Equal("raycluster-head-svc", HeadService.NameOf(Sample.Cluster()));

    private static V1Service Given(Action<V1Service> change) =>
        Sample.Service(cluster =>
        {
            cluster.Spec!.HeadServiceAnnotations = new Dictionary<string, string> { ["c"] = "spec" };
            cluster.Spec.HeadGroupSpec!.ServiceType = "LoadBalancer";
            change(cluster.Spec.HeadGroupSpec.HeadService = new V1Service());
        });

    private static IList<V1ServicePort> WithContainerPorts(params (string? Name, int Number, string? Protocol)[] ports) =>
        Sample.Service(cluster => cluster.HeadContainer().Ports =
        [
            .. ports.Select(port => new V1ContainerPort { Name = port.Name, ContainerPort = port.Number, Protocol = port.Protocol }),
        ]).Spec.Ports;

    private static IEnumerable<string> Text(IEnumerable<V1ServicePort> ports) => ports.Select(port => $"{port.Name}:{port.Port}");
}
