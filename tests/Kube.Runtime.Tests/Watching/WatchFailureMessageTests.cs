using Kube.Runtime.Watching;

namespace Kube.Runtime.Tests.Watching;

public sealed class WatchFailureMessageTests
{
    [Fact]
    public void A_missing_kind_is_answered_with_the_advice_to_install_it()
    {
        var message = WatchFailureMessage.For(
            new("ray.io", "v1", "RayCluster", "rayclusters"), null, new ApiException(System.Net.HttpStatusCode.NotFound, "", "404 page not found"));
        Assert.Contains("Install its CustomResourceDefinition (rayclusters.ray.io)", message, StringComparison.Ordinal);
    }
}
