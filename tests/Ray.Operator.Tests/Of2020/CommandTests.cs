using Ray.Api;
using Ray.Operator.Tests.Desired;

namespace Ray.Operator.Tests.Of2020;

/// <summary>Ray first, then the user's command.</summary>
public sealed class CommandTests
{
    [Fact]
    public void Ray_starts_first_and_gives_way_to_the_command()
    {
        var container = Converted.HeadWith(["python"], ["/opt/hello.py", "--port=$RAY_PORT"]);
        var start = container.Env("KUBERAY_GEN_RAY_START_CMD")!;
        var text = Assert.Single(container.Args);

        Assert.Equal(["/bin/bash", "-c", "--"], container.Command);
        Assert.DoesNotContain("--block", start, StringComparison.Ordinal);
        Assert.StartsWith(
            $"ulimit -n ${{RAY_START_ULIMIT_OPEN_FILES:-65536}}; {start} || exit\n(\npython /opt/hello.py --port=$RAY_PORT\n) &\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_command_Ray_itself_is_what_the_container_waits_for() => Assert.Equal(
        Sample.Head().Ray().Args, Converted.Head().Ray().Args);

    [Fact]
    public void A_user_who_asks_not_to_block_gets_no_dead_container()
    {
        var ray = Converted.Head(cluster => cluster.Spec!.HeadGroupSpec!.RayStartParams = new Dictionary<string, string> { ["block"] = "false" }).Ray();

        Assert.Contains(" --block ", Assert.Single(ray.Args), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ray start --head", null)]
    [InlineData("ray", "start")]
    public void A_command_that_starts_Ray_is_left_alone(string command, string? argument)
    {
        var container = Converted.HeadWith([command], argument is null ? null : [argument]);

        Assert.Equal([command], container.Command);
        Assert.Equal(argument is null ? null : [argument], container.Args);
    }

    [Fact]
    public void A_command_is_left_alone_by_annotation_and_can_start_Ray_as_ever()
    {
        var container = Converted.Head(cluster =>
        {
            cluster.Metadata.Annotations[RayAnnotations.OverwriteContainerCommand] = "true";
            cluster.HeadContainer().Args = ["sleep 1"];
        }).Ray();

        Assert.Equal(["sleep 1"], container.Args);
        Assert.Contains(" --block ", container.Env("KUBERAY_GEN_RAY_START_CMD"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("python /opt/a.py", "python", "/opt/a.py")]
    [InlineData("echo a && python b.py;", "echo a && python b.py;")]
    [InlineData("python a.py --iterations 10", "python", "a.py --iterations 10")]
    [InlineData("/bin/bash -c -- 'a; b \"c\"'", "/bin/bash", "-c", "--", "a; b \"c\"")]
    [InlineData(@"sh -c 'echo '\''a'\'''", "sh", "-c", "echo 'a'")]
    [InlineData("bash -eo pipefail -c 'a | b' name", "bash", "-eo", "pipefail", "-c", "a | b", "name")]
    [InlineData("env A=1 /usr/bin/python3.12 -u -c 'print(1)'", "env", "A=1", "/usr/bin/python3.12", "-u", "-c", "print(1)")]
    [InlineData("python -c 'import ray'", "python", "-c", "'import ray'")]
    [InlineData("python -c \"import ray\"", "python", "-c", "\"import ray\"")]
    [InlineData("bash -c '\"a\" \"b\"'", "bash", "-c", "\"a\" \"b\"")]
    [InlineData("python a.py -c $CONFIG", "python", "a.py", "-c", "$CONFIG")]
    [InlineData("serve -c $CONFIG", "serve", "-c", "$CONFIG")]
    [InlineData("bash -c", "bash", "-c")]
    [InlineData("bash -c --", "bash", "-c", "--")]
    public void Words_are_joined_for_the_shell_and_a_program_in_a_word_stays_one(string expected, params string[] words) =>
        Assert.Contains($"\n(\n{expected}\n) &\n", Assert.Single(Converted.HeadWith(words, null).Args), StringComparison.Ordinal);
}
