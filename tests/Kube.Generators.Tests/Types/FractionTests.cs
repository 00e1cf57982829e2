using Kube.Generators.Tests.Support;

namespace Kube.Generators.Tests.Types;

/// <summary>Floating-point numbers are allowed by a property of the build, and warned of without it.</summary>
public class FractionTests
{
    [Theory]
    [InlineData("public double? A { get; set; }")]
    [InlineData("public IList<IDictionary<string, float>>? A { get; set; }")]
    [InlineData("public decimal? A { get; set; }")]
    public void FractionsAreWarnedOfUnlessTheBuildAllowsThem(string member)
    {
        var source = TestKind.WithSpec(member + " public k8s.Models.V1JSONSchemaProps? Schema { get; set; }");
        var warning = Assert.Single(FileRun.With(source, []).Diagnostics, d => d.Id == "KCR138");
        Assert.StartsWith("'A' holds fractions", warning.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.DoesNotContain(FileRun.With(source, new() { ["CrdAllowFloats"] = "true" }).Diagnostics, d => d.Id == "KCR138");
    }
}
