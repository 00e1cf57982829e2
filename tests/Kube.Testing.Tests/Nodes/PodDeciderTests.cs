using System.Text.Json.Nodes;

namespace Kube.Testing.Tests;

public sealed class PodDeciderTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly PodContext Context = new(Now, Now, null, TimeSpan.Zero, TimeSpan.Zero, "10.128.0.7", "10.127.0.1");

    [Theory]
    [InlineData(null, "Succeeded")]
    [InlineData("Failed", "Failed")]
    public void A_pod_of_a_job_ends_by_itself(string? jobPhase, string phase)
    {
        var pod = Pod();
        pod["metadata"]!["ownerReferences"] = new JsonArray(new JsonObject { ["kind"] = "Job", ["controller"] = true });
        if (jobPhase is not null)
        {
            Annotated(pod, SimulatedPodAnnotations.JobPhase, jobPhase);
        }

        var decision = Assert.IsType<PodDecision.WriteStatus>(PodDecider.Decide(pod, Context));

        Assert.Equal(phase, (string?)decision.Status["phase"]);
    }

    [Fact]
    public void A_bound_pod_runs_and_is_ready()
    {
        var status = Written(Pod());

        Assert.Equal("Running", (string?)status["phase"]);
        Assert.Equal("10.128.0.7", (string?)status["podIP"]);
        Assert.Equal("10.127.0.1", (string?)status["hostIP"]);
        Assert.Equal("2026-01-02T03:04:05Z", (string?)status["startTime"]);
        Assert.Equal(["PodScheduled", "Initialized", "ContainersReady", "Ready"], Conditions(status, "True"));
        var container = status["containerStatuses"]![0]!;
        Assert.True((bool)container["ready"]!);
        Assert.Equal("2026-01-02T03:04:05Z", (string?)container["state"]!["running"]!["startedAt"]);
        Assert.Equal("Completed", (string?)status["initContainerStatuses"]![0]!["state"]!["terminated"]!["reason"]);
    }

    [Fact]
    public void An_init_container_that_restarts_always_runs_beside_the_others()
    {
        var pod = Pod();
        pod["spec"]!["initContainers"]![0]!["restartPolicy"] = "Always";
        Assert.NotNull(Written(pod)["initContainerStatuses"]![0]!["state"]!["running"]);
    }

    [Fact]
    public void A_pod_that_runs_is_left_alone_even_when_a_test_made_it_unready() =>
        Assert.IsType<PodDecision.Nothing>(PodDecider.Decide(Running(ready: false), Context));

    [Theory]
    [InlineData("Succeeded")]
    [InlineData("Failed")]
    public void A_pod_that_has_ended_never_comes_back(string phase)
    {
        var pod = Annotated(Pod(), SimulatedPodAnnotations.Phase, "Running");
        pod["status"] = new JsonObject { ["phase"] = phase };
        Assert.IsType<PodDecision.Nothing>(PodDecider.Decide(pod, Context));
    }

    [Fact]
    public void The_annotation_keeps_a_pod_pending() =>
        Assert.IsType<PodDecision.Nothing>(PodDecider.Decide(Annotated(Pod(), SimulatedPodAnnotations.Phase, "Pending"), Context));

    [Theory]
    [InlineData("Failed", "Failed", 1)]
    [InlineData("Succeeded", "Succeeded", 0)]
    public void The_annotation_ends_a_pod_whether_it_runs_or_not(string wanted, string phase, int exitCode)
    {
        foreach (var pod in new[] { Pod(), Running(ready: true) })
        {
            var status = Written(Annotated(pod, SimulatedPodAnnotations.Phase, wanted));
            Assert.Equal(phase, (string?)status["phase"]);
            Assert.Equal(exitCode, (int)status["containerStatuses"]![0]!["state"]!["terminated"]!["exitCode"]!);
            Assert.Equal(["ContainersReady", "Ready"], Conditions(status, "False"));
        }
    }

    [Fact]
    public void A_phase_that_does_not_exist_fails_the_pod_and_says_why()
    {
        var status = Written(Annotated(Pod(), SimulatedPodAnnotations.Phase, "Runing"));
        Assert.Equal("InvalidSimulation", (string?)status["reason"]);
        Assert.Contains("Runing", (string?)status["message"]);
    }

    [Theory]
    [InlineData(true, "false")]
    [InlineData(false, "true")]
    public void The_annotation_changes_readiness(bool present, string wanted)
    {
        var status = Written(Annotated(Running(present), SimulatedPodAnnotations.Ready, wanted));
        Assert.Equal(bool.Parse(wanted), (bool)status["containerStatuses"]![0]!["ready"]!);
    }

    [Fact]
    public void Nothing_is_written_twice()
    {
        var pod = Annotated(Pod(), SimulatedPodAnnotations.Ready, "false");
        pod["status"] = Written(pod).DeepClone();
        Assert.IsType<PodDecision.Nothing>(PodDecider.Decide(pod, Context));
    }

    [Fact]
    public void A_condition_keeps_its_time_while_its_status_stays()
    {
        var pod = Running(ready: true);
        pod["status"]!["conditions"] = new JsonArray(
            new JsonObject { ["type"] = "PodScheduled", ["status"] = "True", ["lastTransitionTime"] = "2025-01-01T00:00:00Z" });
        var status = PodStatuses.Running(pod, Context, ready: false);
        Assert.Equal("2025-01-01T00:00:00Z", (string?)status["conditions"]![0]!["lastTransitionTime"]);
        Assert.Equal("2026-01-02T03:04:05Z", (string?)status["conditions"]![3]!["lastTransitionTime"]);
    }

    [Fact]
    public void A_pod_starts_only_after_its_delay()
    {
        var context = Context with { StartDelay = TimeSpan.FromSeconds(10), FirstSeen = Now.AddSeconds(-4) };
        Assert.Equal(new PodDecision.Wait(TimeSpan.FromSeconds(6)), PodDecider.Decide(Pod(), context));
        Assert.IsType<PodDecision.WriteStatus>(PodDecider.Decide(Pod(), context with { Now = Now.AddSeconds(6) }));
    }

    [Fact]
    public void A_deleted_pod_is_removed_after_its_delay()
    {
        var pod = Running(ready: true);
        pod["metadata"]!["deletionTimestamp"] = "2026-01-02T03:04:35Z";
        Assert.IsType<PodDecision.Remove>(PodDecider.Decide(pod, Context));

        var context = Context with { DeletionSeen = Now.AddSeconds(-1), TerminationDelay = TimeSpan.FromSeconds(3) };
        Assert.Equal(new PodDecision.Wait(TimeSpan.FromSeconds(2)), PodDecider.Decide(pod, context));
    }

    private static JsonObject Written(JsonObject pod) => Assert.IsType<PodDecision.WriteStatus>(PodDecider.Decide(pod, Context)).Status;

    private static string?[] Conditions(JsonObject status, string value) =>
        [.. PodJson.Objects(status["conditions"]).Where(one => (string?)one["status"] == value).Select(one => (string?)one["type"])];

    private static JsonObject Pod() => JsonNode.Parse("""
        {"metadata":{"name":"p","namespace":"n","uid":"u","resourceVersion":"1"},
         "spec":{"nodeName":"node","initContainers":[{"name":"before","image":"i"}],"containers":[{"name":"main","image":"m"}]},
         "status":{"phase":"Pending"}}
        """)!.AsObject();

    private static JsonObject Running(bool ready)
    {
        var pod = Pod();
        pod["status"] = PodStatuses.Running(pod, Context, ready);
        return pod;
    }

    private static JsonObject Annotated(JsonObject pod, string name, string value)
    {
        pod["metadata"]!["annotations"] = new JsonObject { [name] = value };
        return pod;
    }
}
