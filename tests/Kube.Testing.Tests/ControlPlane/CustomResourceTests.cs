using System.Net;
using System.Text.Json.Nodes;

namespace Kube.Testing.Tests;

/// <summary>What the API server needs its mends for: see eng/control-plane/kubernetes.sh.</summary>
public sealed class CustomResourceTests(TestCluster cluster)
{
    [Fact]
    public async Task Custom_resources_keep_empty_values_and_have_a_status_of_their_own()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var ns = await cluster.NewNamespaceAsync();
        await cluster.CreateAsync("apis/apiextensions.k8s.io/v1/customresourcedefinitions", Definition);
        var path = $"apis/kube.testing/v1/namespaces/{ns}/things";
        using (var watching = new CancellationTokenSource(TimeSpan.FromSeconds(30)))
        {
            while ((await cluster.Client.GetAsync(path, watching.Token)).StatusCode == HttpStatusCode.NotFound)
            {
                await Task.Delay(50, watching.Token);
            }
        }

        var thing = await cluster.CreateAsync(
            path,
            """
            {"apiVersion":"kube.testing/v1","kind":"Thing","metadata":{"name":"a"},
             "spec":{"text":"","number":0,"flag":false,"map":{}}}
            """);

        Assert.Equal("""{"flag":false,"map":{},"number":0,"text":""}""", thing["spec"]!.ToJsonString());
        using var status = new StringContent("""{"status":{"state":"ready"}}""", System.Text.Encoding.UTF8, "application/merge-patch+json");
        using var response = await cluster.Client.PatchAsync($"{path}/a/status", status, cancellation);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellation))!;
        Assert.Equal("ready", (string?)answer["status"]!["state"]);
    }

    private const string Definition =
        """
        {"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition","metadata":{"name":"things.kube.testing"},
         "spec":{"group":"kube.testing","scope":"Namespaced","names":{"kind":"Thing","plural":"things","singular":"thing"},
          "versions":[{"name":"v1","served":true,"storage":true,"subresources":{"status":{}},"schema":{"openAPIV3Schema":{
           "type":"object","properties":{
            "spec":{"type":"object","properties":{"text":{"type":"string"},"number":{"type":"integer"},"flag":{"type":"boolean"},
             "map":{"type":"object","additionalProperties":{"type":"string"}}}},
            "status":{"type":"object","properties":{"state":{"type":"string"}}}}}}}]}}
        """;
}
