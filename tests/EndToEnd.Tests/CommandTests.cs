using System.Text.Json.Nodes;
using Ray.DevEnvironment;

namespace Ray.EndToEnd;

/// <summary>The commands that print, as programs of their own, and what a real API server says of what they print.</summary>
public sealed class CommandTests(OperatorFixture fixture)
{
    [Theory]
    [InlineData("ray-cluster.mini.yaml")]
    [InlineData("ray-cluster.heterogeneous.yaml")]
    [InlineData("ray-cluster.complete.yaml")]
    [InlineData("v1alpha1/ray-cluster.heterogeneous.yaml")]
    [InlineData("v1alpha1/ray-cluster.complete.yaml")]
    public async Task The_server_takes_what_is_rendered(string file)
    {
        var ns = await fixture.NewNamespaceAsync();
        var rendered = await OperatorCommand.RunAsync("render", "--namespace", ns, Repository.PathOf(["samples", .. file.Split('/')]));

        Assert.Equal(0, rendered.ExitCode);
        await fixture.Kubectl.RunAsync(["create", "--dry-run=server", "-n", ns, "-f", "-"], rendered.Output, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task What_is_rendered_is_what_the_operator_makes()
    {
        var ns = await fixture.NewNamespaceAsync();
        var sample = Repository.PathOf("samples", "ray-cluster.heterogeneous.yaml");
        await fixture.Kubectl.RunAsync(["create", "--validate=false", "-n", ns, "-f", sample]);
        await Eventually.ReadAsync(
            "it is ready", () => fixture.Environment.RayClusters().GetAsync("raycluster-heterogeneous", ns), cluster => cluster.Status?.State == "ready");

        var rendered = await OperatorCommand.RunAsync("render", "--namespace", ns, "--output", "json", sample);
        var items = JsonNode.Parse(rendered.Output)!["items"]!.AsArray();
        var service = Assert.Single(items, item => (string?)item!["kind"] == "Service")!;
        var made = await fixture.Services.GetAsync((string)service["metadata"]!["name"]!, ns, TestContext.Current.CancellationToken);
        Assert.Equal(
            service["spec"]!["ports"]!.AsArray().Select(port => $"{port!["name"]} {port["port"]}"),
            made.Spec.Ports.Select(port => $"{port.Name} {port.Port}"));

        // The command holds what groups and resources come to.
        var pods = await fixture.LivePodsAsync(ns);
        var expected = items.Where(item => (string?)item!["kind"] == "Pod")
            .Select(item => $"{item!["metadata"]!["generateName"]} {item["spec"]!["containers"]![0]!["args"]![0]}");
        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            pods.Select(pod => $"{pod.Metadata.GenerateName} {pod.Spec.Containers[0].Args[0]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_definition_is_installed_over_another_ones()
    {
        var installed = await OperatorCommand.RunAsync("crd", "--install", "--kubeconfig", fixture.Environment.ControlPlane.KubeConfigPath);

        Assert.Equal((0, ""), (installed.ExitCode, installed.Error));
        Assert.Contains("serves rayclusters.ray.io", installed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_install_it_is_told()
    {
        var refused = await OperatorCommand.RunAsync("crd", "--install", "--kubeconfig", fixture.Environment.OperatorKubeConfig);

        Assert.Equal(3, refused.ExitCode);
        Assert.StartsWith("ray-operator: The definition was not installed: ", refused.Error, StringComparison.Ordinal);
        Assert.Contains("forbidden", refused.Error, StringComparison.Ordinal);
    }
}
