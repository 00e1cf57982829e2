using Kube;
using Ray.Operator.RayClusters.Desired;
using Ray.Operator.Tests.Desired;

namespace Ray.Operator.Tests.Of2020;

/// <summary>Whole objects, as they go to the API server, from the samples of the API of 2020.</summary>
public sealed class GoldenTests
{
    [Theory]
    [InlineData("heterogeneous")]
    [InlineData("complete")]
    public void Head_pod(string sample) => Golden.Matches(
        $"{sample}-head-pod", HeadPod.Build(Converted.Sample(sample), Sample.Settings), KubeJsonContext.Default.V1Pod);

    [Theory]
    [InlineData("heterogeneous")]
    [InlineData("complete")]
    public void Worker_pod(string sample)
    {
        var cluster = Converted.Sample(sample);

        Golden.Matches(
            $"{sample}-worker-pod", WorkerPod.Build(cluster, cluster.Group(), Sample.Settings, new WorkerReplica(0)), KubeJsonContext.Default.V1Pod);
    }

    [Theory]
    [InlineData("heterogeneous")]
    [InlineData("complete")]
    public void Head_service(string sample) => Golden.Matches(
        $"{sample}-head-service", HeadService.Build(Converted.Sample(sample), Sample.Settings), KubeJsonContext.Default.V1Service);
}
