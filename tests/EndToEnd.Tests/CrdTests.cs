using Ray.DevEnvironment;

namespace Ray.EndToEnd;

public sealed class CrdTests(OperatorFixture fixture)
{
    [Fact]
    public async Task Client_side_apply_takes_the_crd()
    {
        // The whole manifest goes into an annotation: this works only below 262,144 bytes of JSON.
        var crd = Repository.PathOf("crd", "ray.io_rayclusters.yaml");
        await fixture.Kubectl.RunAsync(["apply", "--validate=false", "-f", crd]);
        var annotation = await fixture.Kubectl.RunAsync(
            ["get", "crd", "rayclusters.ray.io", "-o", @"jsonpath={.metadata.annotations.kubectl\.kubernetes\.io/last-applied-configuration}"]);
        Assert.InRange(annotation.Length, 100_000, 262_144);
    }

    [Fact]
    public async Task The_server_finds_no_fault_in_the_schema()
    {
        var conditions = await fixture.Kubectl.RunAsync(
            ["get", "crd", "rayclusters.ray.io", "-o", "jsonpath={range .status.conditions[*]}{.type}={.status}{\"\\n\"}{end}"]);
        Assert.Contains("Established=True", conditions, StringComparison.Ordinal);
        Assert.DoesNotContain("NonStructuralSchema=True", conditions, StringComparison.Ordinal);
    }
}
