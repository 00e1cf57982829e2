using k8s.Models;
using Ray.Operator.Tests.Desired;
using static Ray.Operator.Tests.Desired.Sample;

namespace Ray.Operator.Tests.Of2020;

/// <summary>Variables of 2020, for containers that do not set them.</summary>
public sealed class EnvironmentTests
{
    [Fact]
    public void Every_node_learns_where_the_head_is()
    {
        Assert.Equal(("127.0.0.1", "6379"), (Converted.Head().Ray().Env("RAY_IP"), Converted.Head().Ray().Env("RAY_PORT")));
        Assert.Equal(("raycluster-head-svc", "6379"), (Converted.Worker().Ray().Env("RAY_IP"), Converted.Worker().Ray().Env("RAY_PORT")));
    }

    [Fact]
    public void What_the_user_sets_stays()
    {
        static void Set(V1Container container) => container.Env = [Var("RAY_IP", "mine"), Var("RAY_PORT", "1"), Var("REDIS_PASSWORD", "own")];
        var head = Converted.Head(cluster =>
        {
            Set(cluster.HeadContainer());
            cluster.Spec!.HeadGroupSpec!.RayStartParams = Password("secret");
        }).Ray();
        var worker = Converted.Worker(cluster => Set(cluster.WorkerContainer())).Ray();

        Assert.Equal(("mine", "1", "own"), (head.Env("RAY_IP"), head.Env("RAY_PORT"), head.Env("REDIS_PASSWORD")));
        Assert.Equal(("mine", "1", "own"), (worker.Env("RAY_IP"), worker.Env("RAY_PORT"), worker.Env("REDIS_PASSWORD")));

        // The two passwords differ, so the flag does not refer to the variable.
        Assert.Contains(" --redis-password=secret ", head.Env("KUBERAY_GEN_RAY_START_CMD"), StringComparison.Ordinal);
    }

    [Fact]
    public void Init_containers_learn_the_name_of_the_service_unless_they_set_it()
    {
        var containers = Converted.Head(cluster => cluster.HeadTemplate().Spec.InitContainers =
            [new() { Name = "a" }, new() { Name = "b", Env = [Var("RAY_IP", "mine")] }]).Spec.InitContainers;

        Assert.Equal(["raycluster-head-svc", "mine"], containers.Select(container => container.Env("RAY_IP")));
        Assert.All(Converted.Worker().Spec.InitContainers, container => Assert.Equal("raycluster-head-svc", container.Env("RAY_IP")));
    }

    [Theory]
    [InlineData("LetMeInRay", "LetMeInRay", "$REDIS_PASSWORD")]
    [InlineData("two words", "two words", "two words")]
    [InlineData("$MY_SECRET", "$(MY_SECRET)", "$MY_SECRET")]
    [InlineData("${MY_SECRET}", "$(MY_SECRET)", "${MY_SECRET}")]
    [InlineData("$REDIS_PASSWORD", null, "$REDIS_PASSWORD")]
    [InlineData("", null, "")]
    public void A_password_is_in_the_variable_and_in_no_command_line(string given, string? variable, string flag)
    {
        var head = Converted.Head(cluster => cluster.Spec!.HeadGroupSpec!.RayStartParams = Password(given)).Ray();
        var worker = Converted.Worker(cluster => cluster.Group().RayStartParams = Password(given)).Ray();

        foreach (var ray in new[] { head, worker })
        {
            Assert.Equal(variable, ray.Env("REDIS_PASSWORD"));
            Assert.Contains($" --redis-password={flag} ", Assert.Single(ray.Args), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Fault_tolerance_by_annotation_sets_the_password_once()
    {
        var head = Converted.Head(cluster =>
        {
            cluster.Metadata.Annotations["ray.io/ft-enabled"] = "true";
            cluster.Spec!.HeadGroupSpec!.RayStartParams = Password("$MY_SECRET");
        }).Ray();

        Assert.Equal("$(MY_SECRET)", head.Env("REDIS_PASSWORD"));
    }

    [Fact]
    public void Shared_memory_is_as_large_as_the_limit()
    {
        var pod = Converted.Worker(cluster => cluster.WorkerContainer().Resources =
            new() { Requests = Quantities(("memory", "1Gi")), Limits = Quantities(("memory", "2Gi")) });

        var volume = Assert.Single(pod.Spec.Volumes);
        Assert.Equal(("shared-mem", "Memory", "2Gi"), (volume.Name, volume.EmptyDir.Medium, volume.EmptyDir.SizeLimit.ToString()));
        Assert.Equal("/dev/shm", Assert.Single(pod.Ray().VolumeMounts).MountPath);
    }

    private static Dictionary<string, string> Password(string password) => new() { ["redis-password"] = password };
}
