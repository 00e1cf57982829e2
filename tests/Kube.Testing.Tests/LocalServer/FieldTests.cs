using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Kube.Testing.Tests.LocalServer;

/// <summary>Unknown fields, and warnings of what the server does not do. The real server of these tests is too old for both.</summary>
public sealed class FieldTests : IAsyncLifetime
{
    private const string Definitions = "apis/apiextensions.k8s.io/v1/customresourcedefinitions";
    private const string Things = "apis/fields.example.com/v1/namespaces/default/things";
    private LocalCluster _cluster = null!;
    private HttpClient _client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _cluster = await LocalCluster.StartAsync(cancellationToken: Cancellation);
        _client = _cluster.CreateHttpClient();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _cluster.DisposeAsync();
    }

    [Theory]
    [InlineData("?fieldValidation=Strict", HttpStatusCode.BadRequest, "strict decoding error: unknown field \"spec.other\", unknown field \"top\"", null)]
    [InlineData("?fieldValidation=Ignore", HttpStatusCode.Created, null, null)]
    [InlineData("", HttpStatusCode.Created, null, """299 - "unknown field \u0022spec.other\u0022" """)]
    public async Task Unknown_fields_are_refused_told_or_dropped(string query, HttpStatusCode code, string? message, string? warning)
    {
        await InstallAsync("", "");
        using var answer = await PostAsync(Things + query, """{"apiVersion":"fields.example.com/v1","kind":"Thing","metadata":{"name":"a"},"spec":{"size":1,"other":2},"top":3}""");
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!;

        Assert.Equal(code, answer.StatusCode);
        Assert.Contains(message ?? "", (string?)body["message"] ?? "", StringComparison.Ordinal);
        Assert.Null(body["spec"]?["other"]);
        Assert.Equal(warning is null ? [] : [warning.Trim(), "299 - \"unknown field \\u0022top\\u0022\""], WarningsOf(answer));
    }

    [Fact]
    public async Task Writers_of_rules_and_webhooks_are_warned()
    {
        Assert.Equal(
            ["299 - \"this server calls no conversion webhooks: objects are served in the version they were written in\"", "299 - \"this server does not evaluate x-kubernetes-validations\""],
            await InstallAsync(",\"x-kubernetes-validations\":[{\"rule\":\"true\"}]", ",\"conversion\":{\"strategy\":\"Webhook\"}"));
        using var hook = await PostAsync("apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations", """{"metadata":{"name":"a"}}""");
        Assert.Equal(["299 - \"this server calls no admission webhooks\""], WarningsOf(hook));
    }

    [Fact]
    public async Task An_object_that_would_need_a_webhook_says_so()
    {
        await InstallAsync("", ",\"conversion\":{\"strategy\":\"Webhook\"}");
        using var made = await PostAsync(Things, """{"apiVersion":"fields.example.com/v1","kind":"Thing","metadata":{"name":"a"}}""");
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);

        using var other = await _client.GetAsync("apis/fields.example.com/v2/namespaces/default/things/a", Cancellation);
        Assert.Equal(HttpStatusCode.InternalServerError, other.StatusCode);
        Assert.Contains("calls no conversion webhooks", await other.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Versions_without_a_webhook_differ_in_name_only()
    {
        await InstallAsync("", "");
        using var made = await PostAsync(Things, """{"apiVersion":"fields.example.com/v1","kind":"Thing","metadata":{"name":"a"},"spec":{"size":4}}""");

        var other = JsonNode.Parse(await _client.GetStringAsync("apis/fields.example.com/v2/namespaces/default/things/a", Cancellation))!;
        Assert.Equal(("fields.example.com/v2", 4), ((string)other["apiVersion"]!, (int)other["spec"]!["size"]!));
    }

    private static IReadOnlyList<string> WarningsOf(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Warning", out var warnings) ? [.. warnings.Order(StringComparer.Ordinal)] : [];

    private async Task<IReadOnlyList<string>> InstallAsync(string rules, string conversion)
    {
        var schema = $$$"""{"openAPIV3Schema":{"type":"object","properties":{"spec":{"type":"object","properties":{"size":{"type":"integer"}}{{{rules}}} } } } }""";
        using var answer = await PostAsync(Definitions, $$$"""
            {"metadata":{"name":"things.fields.example.com"},"spec":{"group":"fields.example.com","scope":"Namespaced","names":{"plural":"things","kind":"Thing"}{{{conversion}}},
             "versions":[{"name":"v1","served":true,"storage":true,"schema":{{{schema}}} },{"name":"v2","served":true,"storage":false,"schema":{{{schema}}} }] } }
            """);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        for (var i = 0; ; i++)
        {
            using var list = await _client.GetAsync(Things, Cancellation);
            if (list.IsSuccessStatusCode)
            {
                return WarningsOf(answer);
            }

            Assert.True(i < 200, "The kind is not served.");
            await Task.Delay(20, Cancellation);
        }
    }

    private async Task<HttpResponseMessage> PostAsync(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await _client.PostAsync(path, content, Cancellation);
    }
}
