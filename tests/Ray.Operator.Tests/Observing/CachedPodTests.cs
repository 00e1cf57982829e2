using k8s.Models;
using Ray.Operator.RayClusters.Observing;

namespace Ray.Operator.Tests.Observing;

/// <summary>What the cache drops of a pod must not change what is known of it.</summary>
public sealed class CachedPodTests
{
    [Theory]
    [InlineData("Running", "Never", true)]
    [InlineData("Running", "Always", true)]
    [InlineData("Running", "Never", false)]
    [InlineData("Failed", "OnFailure", false)]
    [InlineData("Pending", "Always", false)]
    public void Facts_of_a_cached_pod_are_those_of_the_whole(string phase, string restartPolicy, bool hasEnded)
    {
        var (whole, cached) = (Pod(phase, restartPolicy, hasEnded), CachedPod.Of(Pod(phase, restartPolicy, hasEnded)));

        Assert.Equal(Facts(whole), Facts(cached));
        Assert.Null(cached.Spec.Volumes);
        Assert.Equal("ray-worker", Assert.Single(cached.Spec.Containers).Name);
        Assert.Null(cached.Spec.Containers[0].Image);
    }

    [Fact]
    public void A_pod_without_a_spec_or_without_containers_stays_so()
    {
        Assert.Null(CachedPod.Of(new() { Metadata = new() }).Spec);
        Assert.Empty(CachedPod.Of(new() { Metadata = new(), Spec = new() }).Spec.Containers);
    }

    private static (bool, bool, bool, bool, string?) Facts(V1Pod pod) => (
        PodFacts.IsRunning(pod), PodFacts.IsFinished(pod), PodFacts.IsDead(pod), PodFacts.GoesAtOnce(pod), PodFacts.RayContainerTermination(pod)?.Reason);

    private static V1Pod Pod(string phase, string restartPolicy, bool hasEnded) => new()
    {
        Metadata = new() { Name = "p", NamespaceProperty = "n", Uid = "u" },
        Spec = new()
        {
            NodeName = "node",
            RestartPolicy = restartPolicy,
            Volumes = [new() { Name = "shm" }],
            Containers = [new() { Name = "ray-worker", Image = "rayproject/ray" }, new() { Name = "sidecar" }],
        },
        Status = new()
        {
            Phase = phase,
            ContainerStatuses =
            [
                new() { Name = "sidecar", State = new() { Terminated = new() { ExitCode = 1, Reason = "Error" } } },
                new() { Name = "ray-worker", State = new() { Terminated = hasEnded ? new() { ExitCode = 2, Reason = "OOMKilled" } : null } },
            ],
        },
    };
}
