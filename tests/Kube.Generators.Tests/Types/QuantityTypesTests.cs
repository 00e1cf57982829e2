using Kube.Generators.Tests.Support;

namespace Kube.Generators.Tests.Types;

/// <summary>Quantities, and values that are numbers or names.</summary>
public class QuantityTypesTests
{
    [Fact]
    public void QuantitiesAndNumbersOrNamesOfEveryForm()
    {
        var spec = TypeAssert.HasProperties(
            ["map", "name", "names", "port", "quantities", "quantity"],
            """
            public ResourceQuantity? Quantity { get; set; } public IList<ResourceQuantity>? Quantities { get; set; } public IDictionary<string, ResourceQuantity>? Map { get; set; }
            public IntOrString? Port { get; set; } [Default("\"http\"")] public IntOrString? Name { get; set; } public IList<IntOrString>? Names { get; set; }
            """)["properties"]!;
        Assert.All(["quantity", "port", "name"], n => Assert.True(spec[n]!["x-kubernetes-int-or-string"]!.GetValue<bool>()));
        Assert.NotNull(spec["map"]!["additionalProperties"]!["pattern"]);
        Assert.NotNull(spec["quantities"]!["items"]!["pattern"]);
    }

    [Theory]
    [InlineData("ResourceQuantity", "\\\"500m\\\"", "\"500m\"")]
    [InlineData("ResourceQuantity", "1", "1")]
    [InlineData("IntOrString", "\\\"25%\\\"", "\"25%\"")]
    [InlineData("IntOrString", "8080", "8080")]
    public void DefaultIsANumberOrAText(string type, string json, string expected) => Assert.Equal(
        expected, Generation.Property($"[Default(\"{json}\")] public {type}? A {{ get; set; }}")["default"]!.ToJsonString());

    [Theory]
    [InlineData("ResourceQuantity", "\\\"much\\\"", "pattern")]
    [InlineData("IntOrString", "1.5", "integer or string")]
    [InlineData("IntOrString", "true", "integer or string")]
    public void OtherDefaultIsAnError(string type, string json, string words) =>
        TypeAssert.Reports("KCR106", "A", words, $"[Default(\"{json}\")] public {type}? A {{ get; set; }}");
}
