using System.Text.Json;
using k8s.Models;

namespace Kube.Core.Tests.Serialization;

public sealed class QuantityConverterTests
{
    [Theory]
    [InlineData("\"1e999999999\"")]
    [InlineData("1e999999999")]
    [InlineData("\"-1e10\"")]
    [InlineData("-1e30")]
    [InlineData("\"1e-999999999\"")]
    [InlineData("\"lots\"")]
    [InlineData("\"1XB\"")]
    [InlineData("\"4raymini\"")]
    [InlineData("\"\"")]
    [InlineData("true")]
    [InlineData("[]")]
    public async Task A_pod_with_a_hostile_quantity_is_refused_at_once(string quantity)
    {
        var reading = Task.Run(
            () => Record.Exception(() => JsonSerializer.Deserialize(PodWith(quantity), KubeJsonContext.Default.V1Pod)),
            TestContext.Current.CancellationToken);

        Assert.IsType<JsonException>(await reading.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("\"500m\"", "500m")]
    [InlineData("\"2Gi\"", "2Gi")]
    [InlineData("\"1e3\"", "1e3")]
    [InlineData("\"1E\"", "1E")]
    [InlineData("4", "4")]
    public void A_pod_with_ordinary_quantities_keeps_them(string quantity, string expected)
    {
        var type = KubeJsonContext.Default.V1Pod;
        var pod = JsonSerializer.Deserialize(PodWith(quantity), type)!;
        var again = JsonSerializer.Deserialize(JsonSerializer.Serialize(pod, type), type)!;

        Assert.Equal(expected, Cpu(pod).ToString());
        Assert.Equal(expected, Cpu(again).ToString());
    }

    private static ResourceQuantity Cpu(V1Pod pod) => pod.Spec.Containers[0].Resources.Limits["cpu"];

    private static string PodWith(string quantity) =>
        "{\"spec\":{\"containers\":[{\"name\":\"c\",\"resources\":{\"limits\":{\"cpu\":" + quantity + "}}}]}}";
}
