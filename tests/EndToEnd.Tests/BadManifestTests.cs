using Ray.DevEnvironment;

namespace Ray.EndToEnd;

/// <summary>A bad manifest is refused by the API server, or becomes an event and a condition; other clusters are served all the same.</summary>
public sealed class BadManifestTests(OperatorFixture fixture)
{
    private const string Pod = "{spec: {containers: [{name: ray, image: 'rayproject/ray:2.53.0'}]}}";

    public static TheoryData<string, string> Manifests { get; } = new()
    {
        { "unknown-field", $"{{headGroupSpec: {{template: {Pod}}}, workerGroups: []}}" },
        { "wrong-type", $"{{headGroupSpec: {{template: {Pod}}}, workerGroupSpecs: [{{groupName: small, replicas: many, template: {Pod}}}]}}" },
        { "missing-template", $"{{headGroupSpec: {{template: {Pod}}}, workerGroupSpecs: [{{groupName: small, replicas: 1}}]}}" },
        { "negative-replicas", $"{{headGroupSpec: {{template: {Pod}}}, workerGroupSpecs: [{{groupName: small, replicas: -1, template: {Pod}}}]}}" },
        {
            "duplicated-group",
            $"{{headGroupSpec: {{template: {Pod}}}, workerGroupSpecs: [{{groupName: small, template: {Pod}}}, {{groupName: small, template: {Pod}}}]}}"
        },
        { "no-containers", "{headGroupSpec: {template: {spec: {containers: []}}}}" },
        { "head-group-name", $"{{headGroupSpec: {{template: {Pod}}}, workerGroupSpecs: [{{groupName: headgroup, template: {Pod}}}]}}" },
        {
            "inverted-bounds",
            $"{{headGroupSpec: {{template: {Pod}}}, workerGroupSpecs: [{{groupName: small, minReplicas: 3, maxReplicas: 1, template: {Pod}}}]}}"
        },
    };

    [Theory]
    [MemberData(nameof(Manifests))]
    public async Task Is_refused_or_reported_and_others_are_served(string name, string spec)
    {
        var ns = await fixture.NewNamespaceAsync();
        var manifest = $"apiVersion: ray.io/v1\nkind: RayCluster\nmetadata: {{name: {name}, namespace: {ns}}}\nspec: {spec}\n";

        var result = await fixture.Kubectl.TryAsync(["create", "--validate=false", "-f", "-"], manifest, TestContext.Current.CancellationToken);

        if (result.ExitCode != 0)
        {
            Assert.Contains("spec.", result.Error, StringComparison.Ordinal);
        }
        else if (name == "unknown-field")
        {
            // Pruned by the server, as for every kind: what is left is a good cluster. kubectl warns of the field when it validates.
            var stored = await fixture.Kubectl.RunAsync(["get", "raycluster", "-n", ns, name, "-o", "yaml"]);
            Assert.DoesNotContain("workerGroups:", stored, StringComparison.Ordinal);
        }
        else
        {
            await IsReportedAsync(ns, name);
        }

        await OthersAreServedAsync(ns);
    }

    [Fact]
    public async Task An_unknown_field_is_refused_by_kubectl_when_it_validates()
    {
        var ns = await fixture.NewNamespaceAsync();
        var manifest = $"apiVersion: ray.io/v1\nkind: RayCluster\nmetadata: {{name: typo, namespace: {ns}}}\n"
            + $"spec: {{headGroupSpec: {{template: {Pod}}}, workerGroups: []}}\n";

        var result = await fixture.Kubectl.TryAsync(["create", "-f", "-"], manifest, TestContext.Current.CancellationToken);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("workerGroups", result.Error, StringComparison.Ordinal);
    }

    private async Task IsReportedAsync(string ns, string name)
    {
        await Eventually.ReadAsync(
            "a warning event",
            () => fixture.Kubectl.RunAsync(["get", "events", "-n", ns]),
            story => story.Contains("InvalidRayClusterSpec", StringComparison.Ordinal));
        await Eventually.ReadAsync(
            "a condition",
            () => fixture.Environment.RayClusters().GetAsync(name, ns),
            c => c.Status?.ObservedGeneration == c.Metadata.Generation && c.Status?.Conditions?.Any(condition => condition.Message.Contains("spec.", StringComparison.Ordinal)) == true);
        Assert.Empty((await fixture.Pods.ListAsync(ns)).Items);
    }

    private async Task OthersAreServedAsync(string ns)
    {
        var client = fixture.Environment.RayClusters();
        await client.CreateAsync(Clusters.Of(ns, "good"));
        await Eventually.ReadAsync("another cluster is ready", () => client.GetAsync("good", ns), cluster => cluster.Status?.State == "ready");
    }
}
