using k8s.Models;
using Ray.Api;
using Ray.Api.V1;

namespace Ray.Operator.Tests.Desired;

public class ProbeTests
{
    private const string NodeCheck = "wget --tries 1 -T 2 -q -O- http://localhost:52365/api/local_raylet_healthz | grep success";
    private const string HeadCheck = "wget --tries 1 -T 2 -q -O- http://localhost:8265/api/gcs_healthz | grep success";

    [Fact]
    public void A_head_has_its_times()
    {
        Assert.Equal((30, 5, 5, 1, 120), Times(Sample.Head().Ray().LivenessProbe));
        Assert.Equal((10, 5, 5, 1, 10), Times(Sample.Head().Ray().ReadinessProbe));
    }

    [Fact]
    public void A_worker_has_its_times()
    {
        Assert.Equal((30, 2, 5, 1, 120), Times(Sample.Worker().Ray().LivenessProbe));
        Assert.Equal((10, 2, 5, 1, 10), Times(Sample.Worker().Ray().ReadinessProbe));
    }

    [Theory]
    [InlineData("2.53.0")]
    [InlineData("v3.0")]
    public void A_new_Ray_is_asked_by_HTTP(string version)
    {
        foreach (var container in new[] { Sample.Head(WithVersion(version)).Ray(), Sample.Worker(WithVersion(version)).Ray() })
        {
            foreach (var get in new[] { container.LivenessProbe.HttpGet, container.ReadinessProbe.HttpGet })
            {
                Assert.Equal(("/api/healthz", "52365"), (get.Path, get.Port.ToString()));
            }
        }
    }

    [Theory]
    [InlineData("2.52.9")]
    [InlineData("nightly")]
    [InlineData(null)]
    public void An_old_or_unknown_Ray_is_asked_inside_the_container(string? version)
    {
        Assert.Equal(["bash", "-c", $"{NodeCheck} && {HeadCheck}"], Sample.Head(WithVersion(version)).Ray().LivenessProbe.Exec.Command);
        Assert.Equal(["bash", "-c", NodeCheck], Sample.Worker(WithVersion(version)).Ray().ReadinessProbe.Exec.Command);
    }

    [Theory]
    [InlineData("1234", "1234")]
    [InlineData("$PORT", "52365")]
    public void The_port_of_the_agent_is_followed_when_it_is_a_number(string given, string expected)
    {
        var pod = Sample.Head(cluster =>
            cluster.Spec!.HeadGroupSpec!.RayStartParams = new Dictionary<string, string> { ["dashboard-agent-listen-port"] = given });

        Assert.Equal(expected, pod.Ray().LivenessProbe.HttpGet.Port.ToString());
    }

    [Fact]
    public void The_port_of_the_dashboard_is_followed()
    {
        var pod = Sample.Head(cluster =>
        {
            cluster.Spec!.RayVersion = null;
            cluster.Spec.HeadGroupSpec!.RayStartParams = new Dictionary<string, string> { ["dashboard-port"] = "80" };
        });

        Assert.Contains("http://localhost:80/api/gcs_healthz", pod.Ray().LivenessProbe.Exec.Command[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_probe_of_the_user_stays_and_the_other_is_added()
    {
        var mine = new V1Probe { PeriodSeconds = 77 };
        var container = Sample.Head(cluster => cluster.HeadContainer().LivenessProbe = mine).Ray();

        Assert.Equal((77, null), (container.LivenessProbe.PeriodSeconds, container.LivenessProbe.HttpGet));
        Assert.NotNull(container.ReadinessProbe.HttpGet);
    }

    [Fact]
    public void Probes_can_be_switched_off_and_sidecars_get_none()
    {
        Assert.Null(Sample.Head(settings: Sample.Settings with { InjectProbes = false }).Ray().LivenessProbe);
        var pod = Sample.Head(cluster => cluster.HeadTemplate().Spec.Containers.Add(new V1Container { Name = "sidecar" }));
        Assert.Null(pod.Spec.Containers[1].LivenessProbe);
    }

    [Theory]
    [InlineData(null, 8000)]
    [InlineData(9000, 9000)]
    public void A_worker_of_a_RayService_is_ready_when_its_proxy_answers(int? declared, int port)
    {
        var readiness = Sample.Worker(cluster =>
        {
            cluster.Metadata.Labels = new Dictionary<string, string> { [RayLabels.OriginatedFromKind] = "RayService" };
            cluster.WorkerContainer().Ports =
                declared is { } number ? [new V1ContainerPort { Name = "serve", ContainerPort = number }] : null;
        }).Ray().ReadinessProbe;

        Assert.Equal(1, readiness.FailureThreshold);
        Assert.Equal(
            $"{NodeCheck} && wget --tries 1 -T 2 -q -O- http://localhost:{port}/-/healthz | grep success", readiness.Exec.Command[2]);
    }

    private static Action<RayCluster> WithVersion(string? version) => cluster => cluster.Spec!.RayVersion = version;

    private static (int?, int?, int?, int?, int?) Times(V1Probe probe) =>
        (probe.InitialDelaySeconds, probe.TimeoutSeconds, probe.PeriodSeconds, probe.SuccessThreshold, probe.FailureThreshold);
}
