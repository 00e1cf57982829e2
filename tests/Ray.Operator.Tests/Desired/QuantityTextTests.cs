using Ray.Operator.RayClusters.Desired.Resources;

namespace Ray.Operator.Tests.Desired;

public sealed class QuantityTextTests
{
    [Theory]
    [InlineData("500m", "0.5")]
    [InlineData("4Gi", "4294967296")]
    [InlineData("10000000000", "10000000000")]
    [InlineData("1e12", "1000000000000")]
    [InlineData("2E", "2000000000000000000")]
    public void A_quantity_has_the_value_that_Kubernetes_gives_it(string text, string value) =>
        Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), QuantityText.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("four")]
    [InlineData("1e999999999")]
    [InlineData("100000000000Ei")]
    public void What_is_no_quantity_or_too_large_has_none(string? text) => Assert.Null(QuantityText.Read(text));
}
