using System.Text.Json;
using Ray.Api.V1;

namespace Ray.Api.Tests.V1;

/// <summary>The schema lets any text of the right shape pass as a quantity, so reading is the first to judge it.</summary>
public class QuantityTests
{
    [Theory]
    [InlineData("\"2Gi\"", 2147483648)]
    [InlineData("\"1E\"", 1000000000000000000)]
    [InlineData("\"1Ei\"", 1152921504606846976)]
    [InlineData("\"1e3\"", 1000)]
    [InlineData("\"2E+2\"", 200)]
    [InlineData("3", 3)]
    [InlineData("1e2", 100)]
    public void Quantities_are_read_as_text_or_number(string json, long expected) =>
        Assert.Equal(expected, Read(json)!.Size!.ToInt64());

    [Fact]
    public void Null_is_no_quantity() => Assert.Null(Read("null")!.Size);

    [Theory]
    [InlineData("\"1e999999999\"")]
    [InlineData("1e999999999")]
    [InlineData("\"1e-999999999\"")]
    [InlineData("\"1e99999999999999999999\"")]
    [InlineData("\"1111111111111111111111111111111111111111111111111111111111111111111111111111111111\"")]
    [InlineData("\"much\"")]
    [InlineData("\"\"")]
    [InlineData("true")]
    [InlineData("{}")]
    public void Anything_else_is_refused_at_once(string json) => Assert.Throws<JsonException>(() => Read(json));

    [Fact]
    public void Quantities_inside_pod_templates_are_guarded_too()
    {
        const string Json =
            """{"template":{"spec":{"containers":[{"name":"ray","resources":{"limits":{"cpu":"1e999999999"}}}]}}}""";

        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(Json, RayJsonContext.Default.HeadGroupSpec));
    }

    private static GcsEmbeddedStorage? Read(string json) =>
        JsonSerializer.Deserialize($$"""{"size":{{json}}}""", RayJsonContext.Default.GcsEmbeddedStorage);
}
