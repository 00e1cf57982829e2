using Ray.Api.V1;

namespace Ray.Operator.Tests.Desired;

/// <summary>The flags of <c>ray start</c>, seen in the command that a pod shows in its environment.</summary>
public class StartParamTests
{
    private const string Fixed = " --metrics-export-port=8080 ";

    [Fact]
    public void A_head_without_params() =>
        Assert.Equal(
            "ray start --head  --block  --dashboard-agent-listen-port=52365  --dashboard-host=0.0.0.0 " + Fixed, Head(_ => { }));

    [Fact]
    public void A_worker_without_params() =>
        Assert.Equal(
            "ray start  --address=raycluster-head-svc.team.svc.cluster.local:6379  --block  --dashboard-agent-listen-port=52365 " + Fixed,
            Worker(_ => { }));

    [Theory]
    [InlineData("dashboard-host", "127.0.0.1")]
    [InlineData("metrics-export-port", "9999")]
    [InlineData("dashboard-agent-listen-port", "1")]
    [InlineData("num-cpus", "0")]
    public void Params_of_the_user_stay(string name, string value) =>
        Assert.Contains($" --{name}={value} ", Head(head => head.RayStartParams = Map((name, value))), StringComparison.Ordinal);

    [Fact]
    public void The_user_may_choose_the_address() =>
        Assert.Contains(" --address=a:1 ", Worker(group => group.RayStartParams = Map(("address", "a:1"))), StringComparison.Ordinal);

    [Fact]
    public void Block_cannot_be_switched_off() =>
        Assert.Contains(" --block ", Head(head => head.RayStartParams = Map(("block", "false"))), StringComparison.Ordinal);

    [Fact]
    public void Group_resources_become_flags()
    {
        var command = Worker(group => group.Resources = Map(
            ("CPU", "1500m"), ("memory", "1Gi"), ("nvidia.com/gpu", "2"), ("Custom2", "0.5"), ("custom1", "3"), ("bad", "much")));

        Assert.Contains(" --num-cpus=2 ", command, StringComparison.Ordinal);
        Assert.Contains(" --memory=1073741824 ", command, StringComparison.Ordinal);
        Assert.Contains(" --num-gpus=2 ", command, StringComparison.Ordinal);
        Assert.Contains(" --resources='{\"Custom2\":0.5,\"custom1\":3}' ", command, StringComparison.Ordinal);
    }

    [Fact]
    public void Group_resources_replace_the_resources_param() =>
        Assert.Contains(
            " --resources='{\"a\":1}' ",
            Worker(group =>
            {
                group.RayStartParams = Map(("resources", "'{\"b\":2}'"));
                group.Resources = Map(("a", "1"));
            }),
            StringComparison.Ordinal);

    [Fact]
    public void Gpus_of_several_kinds_add_up() =>
        Assert.Contains(
            " --num-gpus=5 ",
            Worker(group => group.Resources = Map(("nvidia.com/mig-1g.5gb", "3"), ("amd.com/gpu", "2"))),
            StringComparison.Ordinal);

    [Fact]
    public void A_quote_in_a_resource_name_cannot_end_the_quotes_of_the_shell() =>
        Assert.Contains(
            " --resources='{\"a\\u0027; reboot\":1}' ",
            Worker(group => group.Resources = Map(("a'; reboot", "1"))),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("1e99999999")]
    [InlineData("99999999999999999999999999Ei")]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("Ki")]
    public void Quantities_that_make_no_sense_are_left_out(string quantity) =>
        Assert.DoesNotContain("--num-cpus", Worker(group => group.Resources = Map(("cpu", quantity))), StringComparison.Ordinal);

    [Fact]
    public void Group_labels_become_a_flag_without_those_that_pods_are_found_by() =>
        Assert.Contains(
            " --labels=a=1,b=2 ",
            Worker(group => group.Labels = Map(("b", "2"), ("ray.io/group", "x"), ("a", "1"))),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("500m", null, " --num-cpus=1 ")]
    [InlineData(null, "3", " --num-cpus=3 ")]
    [InlineData("2", "1", " --num-cpus=2 ")]
    [InlineData("0", "1", " --num-cpus=1 ")]
    public void Cpus_come_from_the_limit_else_the_request(string? limit, string? request, string expected) =>
        Assert.Contains(expected, WithResources(("cpu", limit), ("cpu", request)), StringComparison.Ordinal);

    [Fact]
    public void Memory_comes_from_the_limit_alone()
    {
        Assert.Contains(" --memory=1073741824 ", WithResources(("memory", "1Gi"), ("memory", "2Gi")), StringComparison.Ordinal);
        Assert.DoesNotContain("--memory", WithResources(("memory", null), ("memory", "2Gi")), StringComparison.Ordinal);
    }

    [Fact]
    public void Group_resources_win_over_those_of_the_container() =>
        Assert.Contains(
            " --num-cpus=8 ",
            Command(Sample.Worker(cluster =>
            {
                cluster.Group().Resources = Map(("cpu", "8"));
                cluster.WorkerContainer().Resources = new() { Limits = Sample.Quantities(("cpu", "1")) };
            })),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("nvidia.com/gpu", "2", " --num-gpus=2 ")]
    [InlineData("nvidia.com/mig-2g.10gb", "1", " --num-gpus=1 ")]
    [InlineData("aws.amazon.com/neuroncore", "4", " --resources='{\"neuron_cores\":4}' ")]
    [InlineData("google.com/tpu", "8", " --resources='{\"TPU\":8}' ")]
    public void Accelerators_of_the_container_are_told_to_Ray(string resource, string count, string expected) =>
        Assert.Contains(expected, WithResources((resource, count), (resource, null)), StringComparison.Ordinal);

    [Fact]
    public void Accelerators_without_a_count_or_only_requested_are_not_told()
    {
        Assert.DoesNotContain("--num-gpus", WithResources(("nvidia.com/gpu", "0"), ("nvidia.com/gpu", null)), StringComparison.Ordinal);
        Assert.DoesNotContain("--num-gpus", WithResources(("nvidia.com/gpu", null), ("nvidia.com/gpu", "1")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'{\"a\":1}'", " --resources='{\"TPU\":4,\"a\":1}' ")]
    [InlineData("\"{\"a\":1}\"", " --resources='{\"TPU\":4,\"a\":1}' ")]
    [InlineData("'{\"TPU\":1}'", " --resources='{\"TPU\":1}' ")]
    [InlineData("'{\"neuron_cores\":1}'", " --resources='{\"neuron_cores\":1}' ")]
    [InlineData("not json", " --resources=not json ")]
    [InlineData("[1]", " --resources=[1] ")]
    [InlineData("{\"a\":\"b\"}", " --resources={\"a\":\"b\"} ")]
    public void A_custom_accelerator_is_merged_into_the_resources_param(string given, string expected)
    {
        var command = Command(Sample.Worker(cluster =>
        {
            cluster.Group().RayStartParams = Map(("resources", given));
            cluster.WorkerContainer().Resources = new() { Limits = Sample.Quantities(("google.com/tpu", "4"), ("nvidia.com/gpu", "1")) };
        }));

        Assert.Contains(expected, command, StringComparison.Ordinal);
        Assert.Contains(" --num-gpus=1 ", command, StringComparison.Ordinal);
    }

    private static string WithResources((string Name, string? Value) limit, (string Name, string? Value) request) =>
        Command(Sample.Head(cluster => cluster.HeadContainer().Resources = new()
        {
            Limits = limit.Value is null ? null : Sample.Quantities((limit.Name, limit.Value)),
            Requests = request.Value is null ? null : Sample.Quantities((request.Name, request.Value)),
        }));

    private static string Head(Action<HeadGroupSpec> change) => Command(Sample.Head(cluster => change(cluster.Spec!.HeadGroupSpec!)));

    private static string Worker(Action<WorkerGroupSpec> change) => Command(Sample.Worker(cluster => change(cluster.Group())));

    private static string Command(k8s.Models.V1Pod pod) => pod.Ray().Env("KUBERAY_GEN_RAY_START_CMD")!;

    private static Dictionary<string, string> Map(params (string Key, string Value)[] pairs) =>
        pairs.ToDictionary(pair => pair.Key, pair => pair.Value);
}
