using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Ray.Operator.Tests.Desired;
using Ray.Operator.Yaml;

namespace Ray.Operator.Tests.Of2020;

/// <summary>
/// Defect 25 of docs/migrating-from-2020.md: in 2020 what selects, binds and patches in the manifests found nothing. That a server takes what
/// kustomize builds of them is a test of EndToEnd.Tests.
/// </summary>
public sealed class ManifestDefectTests
{
    private static readonly JsonNode s_deployment = Read("manager/deployment.yaml");
    private static readonly JsonNode s_pod = s_deployment["spec"]!["template"]!;
    private static readonly JsonNode s_operator = s_pod["spec"]!["containers"]!.AsArray().Single()!;

    [Fact]
    public void Defect_25_gone_what_selects_the_operator_finds_it()
    {
        var monitor = Read("monitoring/operator_pod_monitor.yaml")["spec"]!;

        Assert.All([s_deployment["spec"]!["selector"], monitor["selector"]], selector => Assert.All(
            selector!["matchLabels"]!.AsObject(), label => Assert.Equal((string?)label.Value, (string?)s_pod["metadata"]!["labels"]![label.Key])));
        Assert.Contains((string?)monitor["podMetricsEndpoints"]![0]!["port"], s_operator["ports"]!.AsArray().Select(port => (string?)port!["name"]));
    }

    [Theory]
    [InlineData("rbac/operator_role_binding.yaml")]
    [InlineData("account/role_binding.yaml")]
    public void Defect_25_gone_the_rights_are_those_of_the_account_that_the_operator_runs_as(string binding)
    {
        var subject = Assert.Single(Read(binding)["subjects"]!.AsArray())!;

        Assert.Equal((string?)s_pod["spec"]!["serviceAccountName"], (string?)subject["name"]);
        Assert.Equal((string?)s_deployment["metadata"]!["namespace"], (string?)subject["namespace"]);
        Assert.Equal((string?)subject["name"], (string?)Read("account/service_account.yaml")["metadata"]!["name"]);
        Assert.NotEqual("default", (string?)subject["name"]);
    }

    [Fact]
    public void Defect_25_gone_patches_name_a_deployment_and_a_container_that_exist()
    {
        var patch = Read("monitoring/enable_metrics.yaml");

        Assert.Equal((string?)s_deployment["metadata"]!["name"], (string?)patch["metadata"]!["name"]);
        Assert.Equal((string?)s_operator["name"], (string?)patch["spec"]!["template"]!["spec"]!["containers"]![0]!["name"]);
    }

    [Fact]
    public void Defect_25_gone_the_monitor_of_clusters_finds_heads_and_workers()
    {
        var monitor = Read("monitoring/ray_pod_monitor.yaml")["spec"]!;
        var expression = Assert.Single(monitor["selector"]!["matchExpressions"]!.AsArray())!;

        Assert.All([Converted.Head(), Converted.Worker()], pod =>
        {
            Assert.Contains(pod.Metadata.Labels[(string)expression["key"]!], expression["values"]!.AsArray().Select(value => (string?)value));
            Assert.Contains((string?)monitor["podMetricsEndpoints"]![0]!["port"], pod.Ray().Ports.Select(port => port.Name));
        });
    }

    private static JsonNode Read(string path, [CallerFilePath] string test = "") => YamlJson.Of(YamlReader.Read(File.ReadAllText(
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(test)!, "../../../deploy", path))))!)!;
}
