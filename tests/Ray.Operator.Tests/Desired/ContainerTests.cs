using k8s.Models;
using Ray.Api.V1;

namespace Ray.Operator.Tests.Desired;

public class ContainerTests
{
    [Fact]
    public void The_metrics_port_is_added()
    {
        var port = Assert.Single(Sample.Worker().Ray().Ports);

        Assert.Equal(("metrics", 8080, null), (port.Name, port.ContainerPort, port.Protocol));
    }

    [Fact]
    public void A_metrics_port_of_the_user_stays()
    {
        var mine = new V1ContainerPort { Name = "metrics", ContainerPort = 1 };
        var pod = Sample.Worker(cluster => cluster.WorkerContainer().Ports = [mine]);

        Assert.Equal(1, Assert.Single(pod.Ray().Ports).ContainerPort);
    }

    [Theory]
    [InlineData("4Gi", "1Gi", "4Gi")]
    [InlineData(null, "1Gi", "1Gi")]
    [InlineData(null, null, null)]
    public void Shared_memory_is_as_large_as_the_memory_of_the_container(string? limit, string? request, string? size)
    {
        var pod = Sample.Head(cluster => cluster.HeadContainer().Resources = new V1ResourceRequirements
        {
            Limits = limit is null ? null : Sample.Quantities(("memory", limit)),
            Requests = request is null ? null : Sample.Quantities(("memory", request)),
        });

        var volume = Assert.Single(pod.Spec.Volumes);
        var mount = Assert.Single(pod.Ray().VolumeMounts);
        Assert.Equal(("shared-mem", "Memory", size), (volume.Name, volume.EmptyDir.Medium, volume.EmptyDir.SizeLimit?.ToString()));
        Assert.Equal(("shared-mem", "/dev/shm"), (mount.Name, mount.MountPath));
    }

    [Fact]
    public void A_plasma_directory_needs_no_shared_memory()
    {
        var pod = Sample.Head(cluster =>
            cluster.Spec!.HeadGroupSpec!.RayStartParams = new Dictionary<string, string> { ["plasma-directory"] = "" });

        Assert.Null(pod.Spec.Volumes);
        Assert.Null(pod.Ray().VolumeMounts);
    }

    [Fact]
    public void A_mount_of_the_user_takes_the_place_of_shared_memory()
    {
        var mine = new V1VolumeMount { Name = "mine", MountPath = "/dev/shm" };
        var pod = Sample.Head(cluster => cluster.HeadContainer().VolumeMounts = [mine]);

        Assert.Null(pod.Spec.Volumes);
        Assert.Equal("mine", Assert.Single(pod.Ray().VolumeMounts).Name);
    }

    [Fact]
    public void A_volume_of_that_name_is_used()
    {
        var mine = new V1Volume { Name = "shared-mem", HostPath = new V1HostPathVolumeSource { Path = "/shm" } };
        var pod = Sample.Head(cluster => cluster.HeadTemplate().Spec.Volumes = [mine]);

        Assert.Equal("/shm", Assert.Single(pod.Spec.Volumes).HostPath.Path);
        Assert.Equal("/dev/shm", Assert.Single(pod.Ray().VolumeMounts).MountPath);
    }

    [Fact]
    public void A_worker_waits_for_the_head()
    {
        var pod = Sample.Worker(WithUserParts);

        Assert.Equal(["mine", "wait-gcs-ready"], pod.Spec.InitContainers.Select(container => container.Name));
        var wait = pod.Spec.InitContainers[1];
        Assert.Equal(("rayproject/ray:2.53.0", "Always", 1000L), (wait.Image, wait.ImagePullPolicy, wait.SecurityContext.RunAsUser));
        Assert.Equal(["/bin/bash", "-c", "--"], wait.Command);
        Assert.StartsWith("head=raycluster-head-svc.team.svc.cluster.local:6379\n", Assert.Single(wait.Args), StringComparison.Ordinal);
        Assert.Contains("ray health-check --address \"$head\"", wait.Args[0], StringComparison.Ordinal);
    }

    [Fact]
    public void The_waiting_container_has_environment_and_mounts_as_the_user_gave_them()
    {
        var wait = Sample.Worker(WithUserParts).Spec.InitContainers[1];

        Assert.Equal(["MINE", "FQ_RAY_IP", "RAY_IP"], wait.Env.Select(variable => variable.Name));
        Assert.Equal(["/mine"], wait.VolumeMounts.Select(mount => mount.MountPath));
        Assert.Equal(("200m", "256Mi"), (wait.Resources.Limits["cpu"].ToString(), wait.Resources.Limits["memory"].ToString()));
        Assert.Equal(("200m", "256Mi"), (wait.Resources.Requests["cpu"].ToString(), wait.Resources.Requests["memory"].ToString()));
    }

    [Fact]
    public void A_head_does_not_wait_and_waiting_can_be_switched_off()
    {
        Assert.Null(Sample.Head().Spec.InitContainers);
        Assert.Null(Sample.Worker(settings: Sample.Settings with { InjectInitContainer = false }).Spec.InitContainers);
    }

    [Fact]
    public void A_restart_policy_of_the_user_stays() =>
        Assert.Equal("OnFailure", Sample.Head(cluster => cluster.HeadTemplate().Spec.RestartPolicy = "OnFailure").Spec.RestartPolicy);

    [Fact]
    public void A_waiting_container_of_the_user_takes_the_place_of_the_operators()
    {
        var mine = new V1Container { Name = "wait-gcs-ready", Image = "mine" };
        var pod = Sample.Worker(cluster => cluster.Group().Template!.Spec.InitContainers = [mine]);

        Assert.Equal("mine", Assert.Single(pod.Spec.InitContainers).Image);
    }

    private static void WithUserParts(RayCluster cluster)
    {
        cluster.Group().Template!.Spec.InitContainers = [new V1Container { Name = "mine" }];
        var ray = cluster.WorkerContainer();
        ray.ImagePullPolicy = "Always";
        ray.SecurityContext = new V1SecurityContext { RunAsUser = 1000 };
        ray.Env = [Sample.Var("MINE", "1")];
        ray.VolumeMounts = [new V1VolumeMount { Name = "mine", MountPath = "/mine" }];
    }
}
