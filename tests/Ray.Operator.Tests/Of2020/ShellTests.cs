using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using Ray.Operator.RayClusters.Desired;
using Ray.Operator.Tests.Desired;

namespace Ray.Operator.Tests.Of2020;

/// <summary>The generated command, run by a real shell.</summary>
[SupportedOSPlatform("linux")]
public sealed class ShellTests
{
    [Fact]
    public async Task The_command_runs_once_Ray_has_started_and_the_container_then_lives_as_long_as_Ray()
    {
        using var ray = Run("echo \"$(cat log)\"");

        Assert.StartsWith("ray start --head ", await ray.LineAsync(), StringComparison.Ordinal);
        await Task.Delay(TimeSpan.FromSeconds(2.5), TestContext.Current.CancellationToken);
        Assert.True(ray.IsUp);

        ray.KillRay();
        Assert.Equal(1, await ray.ExitCodeAsync());
    }

    [Fact]
    public async Task A_worker_runs_its_command_too()
    {
        using var ray = new RayInAShell(Converted.Worker(cluster => cluster.WorkerContainer().Args = ["echo worker of $RAY_IP"]).Ray());

        Assert.Equal("worker of raycluster-head-svc", await ray.LineAsync());
        Assert.StartsWith("ray start --address=raycluster-head-svc.team.svc.cluster.local:6379 ", Assert.Single(ray.Asked), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exit 7", 7)]
    [InlineData("false", 1)]
    [InlineData("no-such-program", 127)]
    [InlineData("sleep 2; exit 8", 8)]
    public async Task A_command_that_fails_ends_the_container_though_Ray_lives(string command, int expected)
    {
        using var ray = Run(command);

        Assert.Equal(expected, await ray.ExitCodeAsync());
    }

    [Fact]
    public async Task Ray_that_dies_ends_the_container_though_the_command_goes_on()
    {
        using var ray = Run("echo up; while [ -e log ]; do sleep 0.2; done");
        Assert.Equal("up", await ray.LineAsync());

        ray.KillRay();
        Assert.Equal(1, await ray.ExitCodeAsync());
    }

    [Fact]
    public async Task Ray_that_does_not_start_ends_the_container_before_the_command()
    {
        using var ray = new RayInAShell(Converted.HeadWith(["echo"], ["never"]), start: "exit 3");

        Assert.Equal(3, await ray.ExitCodeAsync());
        Assert.Null(await ray.LineAsync());
    }

    [Fact]
    public async Task A_container_that_is_told_to_end_stops_Ray()
    {
        using var ray = Run("trap 'echo told; exit 0' TERM; echo up; while :; do sleep 0.1; done");
        Assert.Equal("up", await ray.LineAsync());

        using var kill = Process.Start("kill", ["-TERM", ray.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(143, await ray.ExitCodeAsync());
        Assert.Equal("told", await ray.LineAsync());
        Assert.Equal("ray stop", ray.Asked[^1]);
    }

    [Theory]
    [InlineData("a  b|'c'|d", "/bin/bash", "-c", "--", "echo \"a  b\"; echo \"'c'\"\necho d # end")]
    [InlineData("x  y|z", "echo \"x  y\" && echo z;")]
    [InlineData("6379", "echo", "$RAY_PORT")]
    [InlineData("line 'one|two\"", "cat <<END\nline 'one\ntwo\"\nEND")]
    [InlineData("it's|2", "sh", "-c", "echo \"$1\"; echo $#", "name", "\"it's\"", "b")]
    [InlineData("late", "(sleep 1; echo late) &")]
    [InlineData("a|b", "for i in a b; do\n  echo $i\ndone")]
    public async Task Quotes_lines_and_variables_reach_the_command_as_they_are_written(string expected, params string[] words)
    {
        using var ray = new RayInAShell(Converted.HeadWith(words, null));

        foreach (var line in expected.Split('|'))
        {
            Assert.Equal(line, await ray.LineAsync());
        }

        Assert.True(ray.IsUp);
    }

    [Fact]
    public async Task Flags_that_are_JSON_reach_Ray_whole()
    {
        var cluster = Converted.Sample("complete");
        using var ray = new RayInAShell(WorkerPod.Build(cluster, cluster.Group(), Sample.Settings, null).Ray());

        Assert.Equal(0, await ray.ExitCodeAsync());
        Assert.EndsWith(" --num-cpus=1 --resources={\"slots\": 2}", Assert.Single(ray.Asked), StringComparison.Ordinal);
    }

    private static RayInAShell Run(string command) => new(Converted.HeadWith(null, [command]));
}
