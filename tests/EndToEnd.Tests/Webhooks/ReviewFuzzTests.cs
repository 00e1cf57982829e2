using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Ray.DevEnvironment;
using Ray.Operator.Tests.Support;

namespace Ray.EndToEnd.Webhooks;

/// <summary>Bodies that no API server would send, for the webhooks of a running operator.</summary>
public sealed class ReviewFuzzTests(WebhookFixture fixture) : IClassFixture<WebhookFixture>
{
    private const string Uid = "705ab4f5-6393-11e8-b7cc-42010a800002";
    private const int Bodies = 3_000;

    // What deploy/manager lets a container have.
    private const long MaxMemory = 512L * 1024 * 1024;

    [Theory]
    [InlineData("/convert", 20261127)]
    [InlineData("/validate-ray-io-v1-raycluster", 20261128)]
    public async Task Every_body_is_answered_with_a_review_or_a_Status(string path, int seed)
    {
        using var client = await ClientAsync();
        var review = path == "/convert" ? ConversionReview(await SampleAsync()) : AdmissionReview(await SampleAsync());
        var mutator = new JsonMutator(seed);
        var bodies = Enumerable.Range(0, Bodies).Select(_ => mutator.Mutate(review));
        var options = new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForEachAsync(bodies, options, async (body, _) => AssertProper(await PostAsync(client, path, body), body));

        AssertProper(await PostAsync(client, path, Encoding.UTF8.GetBytes(review.ToJsonString())), []);
        Assert.InRange(fixture.Operator.PeakMemory, 1, MaxMemory);
    }

    [Theory]
    [InlineData("/convert")]
    [InlineData("/validate-ray-io-v1-raycluster")]
    public async Task Large_and_deep_bodies_do_not_fill_the_memory(string path)
    {
        using var client = await ClientAsync();
        var large = path == "/convert" ? ConversionReview(await SampleAsync()) : AdmissionReview(await SampleAsync());
        large["request"]!["padding"] = new string('x', 3 * 1024 * 1024);
        var body = Encoding.UTF8.GetBytes(large.ToJsonString());
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 40),
            TestContext.Current.CancellationToken,
            async (_, _) => AssertProper(await PostAsync(client, path, body), body));

        foreach (var levels in new[] { 65, 10_000, 1_000_000 })
        {
            var deep = Encoding.UTF8.GetBytes(new string('[', levels));
            var (code, answer) = await PostAsync(client, path, deep);
            Assert.Equal((400, "Status"), (code, (string?)answer["kind"]));
        }

        Assert.InRange(fixture.Operator.PeakMemory, 1, MaxMemory);
    }

    [Fact]
    public async Task A_list_of_mixed_versions_is_converted_in_its_order()
    {
        using var client = await ClientAsync();
        var old = await SampleAsync();
        var review = ConversionReview(old);
        var asNew = (await PostAsync(client, "/convert", Encoding.UTF8.GetBytes(review.ToJsonString()))).Answer["response"]!["convertedObjects"]![0]!;
        review["request"]!["desiredAPIVersion"] = "ray.io/v1alpha1";
        review["request"]!["objects"] = new JsonArray(old.DeepClone(), asNew.DeepClone(), old.DeepClone());

        var (_, answer) = await PostAsync(client, "/convert", Encoding.UTF8.GetBytes(review.ToJsonString()));
        Assert.Equal(Uid, (string?)answer["response"]!["uid"]);
        Assert.Equal("Success", (string?)answer["response"]!["result"]!["status"]);
        Assert.All(
            answer["response"]!["convertedObjects"]!.AsArray(),
            converted => Assert.True(JsonNode.DeepEquals(old["spec"], converted!["spec"]), converted.ToJsonString()));
    }

    private static void AssertProper((int Code, JsonNode Answer) answer, byte[] body)
    {
        var what = $"{answer.Code} {answer.Answer.ToJsonString()[..Math.Min(2000, answer.Answer.ToJsonString().Length)]}\n"
            + Encoding.UTF8.GetString(body, 0, Math.Min(body.Length, 6000));
        switch ((string?)answer.Answer["kind"])
        {
            case "Status":
                Assert.True(answer.Code is 400 or 413 or 422, what);
                Assert.True((string?)answer.Answer["status"] == "Failure" && (string?)answer.Answer["message"] is { Length: > 0 }, what);
                break;
            case "AdmissionReview" or "ConversionReview":
                Assert.True(answer.Code == 200 && answer.Answer["response"]!["uid"] is not null, what);
                Assert.False(answer.Answer["response"]!["status"]?["code"] is { } code && (int)code == 500, what);
                break;
            default:
                Assert.Fail(what);
                break;
        }
    }

    private static async Task<(int Code, JsonNode Answer)> PostAsync(HttpClient client, string path, byte[] body)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var response = await client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!);
    }

    private async Task<HttpClient> ClientAsync()
    {
        var bundle = await fixture.Kubectl.RunAsync(["get", "crd", "rayclusters.ray.io", "-o", "jsonpath={.spec.conversion.webhook.clientConfig.caBundle}"]);
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPem(Encoding.UTF8.GetString(Convert.FromBase64String(bundle)));
        return new(new SocketsHttpHandler { SslOptions = new() { CertificateChainPolicy = policy } }) { BaseAddress = fixture.Webhooks };
    }

    // As kubectl reads it, and as the server would send it on.
    private async Task<JsonNode> SampleAsync()
    {
        var file = Repository.PathOf("samples", "v1alpha1", "ray-cluster.complete.yaml");
        var sample = JsonNode.Parse(await fixture.Kubectl.RunAsync(["create", "--dry-run=client", "--validate=false", "-o", "json", "-f", file]))!;
        sample["metadata"]!["uid"] = Uid;
        return sample;
    }

    private static JsonObject ConversionReview(JsonNode cluster) => new()
    {
        ["kind"] = "ConversionReview",
        ["apiVersion"] = "apiextensions.k8s.io/v1",
        ["request"] = new JsonObject { ["uid"] = Uid, ["desiredAPIVersion"] = "ray.io/v1", ["objects"] = new JsonArray(cluster.DeepClone()) },
    };

    private static JsonObject AdmissionReview(JsonNode cluster)
    {
        // The rest of the object does not matter: this webhook gets what conversion gave.
        var hub = cluster.DeepClone().AsObject();
        hub["apiVersion"] = "ray.io/v1";
        hub["spec"] = new JsonObject
        {
            ["headGroupSpec"] = cluster["spec"]!["headGroupSpec"]!.DeepClone(),
            ["workerGroupSpecs"] = cluster["spec"]!["workerGroupsSpec"]!.DeepClone(),
        };
        return new()
        {
            ["kind"] = "AdmissionReview",
            ["apiVersion"] = "admission.k8s.io/v1",
            ["request"] = new JsonObject
            {
                ["uid"] = Uid,
                ["kind"] = new JsonObject { ["group"] = "ray.io", ["version"] = "v1", ["kind"] = "RayCluster" },
                ["requestKind"] = new JsonObject { ["group"] = "ray.io", ["version"] = "v1alpha1", ["kind"] = "RayCluster" },
                ["name"] = "fuzzed",
                ["namespace"] = "default",
                ["operation"] = "UPDATE",
                ["userInfo"] = new JsonObject { ["username"] = "somebody", ["groups"] = new JsonArray("a", "b") },
                ["object"] = hub,
                ["oldObject"] = hub.DeepClone(),
                ["dryRun"] = false,
            },
        };
    }
}
