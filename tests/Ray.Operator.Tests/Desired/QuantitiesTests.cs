using k8s.Models;
using Ray.Operator.RayClusters.Desired.Resources;
using Ray.Operator.RayClusters.Status;
using Ray.Operator.Tests.Simulation;

namespace Ray.Operator.Tests.Desired;

public sealed class QuantitiesTests
{
    [Theory]
    [InlineData("1500m", "1.5")]
    [InlineData("1e30", "9223372036854775808")]
    [InlineData("10E", "9223372036854775808")]
    public void A_value_stops_at_the_largest(string text, string value) =>
        Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), Quantities.ValueOf(new ResourceQuantity(text)));

    [Fact]
    public void What_a_cluster_asks_for_stops_at_the_largest()
    {
        var group = Clusters.Group("a", int.MaxValue, max: int.MaxValue, hosts: int.MaxValue);
        group.Template!.Spec.Containers[0].Resources.Limits["memory"] = new ResourceQuantity("7Ei");

        Assert.Equal(long.MaxValue, DesiredResources.Memory(Clusters.Cluster(group, group)).ToDecimal());
    }
}
