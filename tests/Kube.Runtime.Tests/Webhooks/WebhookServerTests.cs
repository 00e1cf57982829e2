using System.Net.Sockets;
using k8s.Models;
using Kube.Runtime.Webhooks;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kube.Runtime.Tests.Webhooks;

/// <summary>Whatever is sent, the answer is a review or a Status.</summary>
public sealed class WebhookServerTests
{
    private const int MiB = 1024 * 1024;

    private static readonly ValidatingWebhook<V1ConfigMap> s_validating = new("/validate", BuiltInResources.ConfigMaps, new Allowing());

    public static TheoryData<string, string> BrokenBodies => new()
    {
        { "", "no JSON" },
        { "{", "no JSON" },
        { "\u0000\u0001", "no JSON" },
        { "[]", "no AdmissionReview" },
        { "null", "value without a kind" },
        { "17", "no AdmissionReview" },
        { "{}", "value without a kind" },
        { """{"apiVersion":"admission.k8s.io/v1beta1","kind":"AdmissionReview"}""", "v1beta1" },
        { """{"apiVersion":"admission.k8s.io/v1","kind":"ConversionReview"}""", "ConversionReview" },
        { """{"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview"}""", "no request" },
        { """{"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","request":{}}""", "no uid" },
        { """{"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","request":{"uid":7}}""", "no AdmissionReview" },
        { """{"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","request":{"uid":"1","operation":"LOOK"}}""", "LOOK" },
    };

    [Theory]
    [MemberData(nameof(BrokenBodies))]
    public async Task ABodyThatIsNoReviewIsAnsweredWithAStatus(string body, string expected)
    {
        await using var run = await WebhookRun.StartAsync(s_validating);
        var (code, status) = await run.PostAsync("/validate", body);
        Assert.Equal((400, "Status", "Failure"), (code, (string?)status["kind"], (string?)status["status"]));
        Assert.Contains(expected, (string?)status["message"]);
    }

    [Fact]
    public async Task ABodyThatIsNoUtf8IsAnsweredWithAStatus()
    {
        await using var run = await WebhookRun.StartAsync(s_validating);
        byte[] body = [.. """{"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","request":{"uid":"1"""u8, 0xFF, .. "\"}}"u8];
        var (code, status) = await run.PostAsync("/validate", body);
        Assert.Equal((400, "Status"), (code, (string?)status["kind"]));
        Assert.Contains("not UTF-8", (string?)status["message"]);
    }

    [Fact]
    public async Task DeepNestingIsAnsweredWithAStatus()
    {
        await using var run = await WebhookRun.StartAsync(s_validating);
        var (code, status) = await run.PostAsync("/validate", new string('[', 100_000));
        Assert.Equal((400, "Status"), (code, (string?)status["kind"]));
    }

    [Fact]
    public async Task ABodyOverTheBoundIsAnsweredWithAStatusAndTheConnectionLivesOn()
    {
        await using var run = await WebhookRun.StartAsync(s_validating);
        var (code, status) = await run.PostAsync("/validate", new byte[8 * MiB]);
        Assert.Equal((413, "RequestEntityTooLarge"), (code, (string?)status["reason"]));

        using var stream = new StreamContent(new MemoryStream(new byte[8 * MiB]));
        using var chunked = new HttpRequestMessage(HttpMethod.Post, "/validate") { Content = stream, Headers = { TransferEncodingChunked = true } };
        using var response = await run.Client.SendAsync(chunked, TestContext.Current.CancellationToken);
        Assert.Equal(413, (int)response.StatusCode);
        Assert.Equal(200, (await run.PostAsync("/validate", Review("""{"metadata":{"name":"a"}}"""))).Code);
    }

    [Fact]
    public async Task AReviewOf3MiBIsRead()
    {
        await using var run = await WebhookRun.StartAsync(s_validating);
        var (code, body) = await run.PostAsync("/validate", Review($$$"""{"metadata":{"name":"a"},"data":{"a":"{{{new string('x', 3 * MiB)}}}"}}"""));
        Assert.Equal((200, true), (code, (bool)body["response"]!["allowed"]!));
    }

    [Theory]
    [InlineData("/elsewhere", "POST", 404)]
    [InlineData("/validate", "GET", 405)]
    public async Task AnotherPathOrMethodIsAnsweredWithAStatus(string path, string method, int expected)
    {
        await using var run = await WebhookRun.StartAsync(s_validating);
        using var request = new HttpRequestMessage(new(method), path);
        using var response = await run.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(expected, (int)response.StatusCode);
        Assert.Contains("\"Status\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherClientThanATrustingOneIsNotFooled()
    {
        await using var run = await WebhookRun.StartAsync(s_validating);
        var stranger = CertificateIssuer.Issue(["127.0.0.1"], DateTimeOffset.UtcNow, TimeSpan.FromHours(1));
        using var client = new HttpClient(WebhookRun.ClientHandler(stranger.AuthorityPem)) { BaseAddress = run.Client.BaseAddress };
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("/validate", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task APortInUseSaysHowToMendIt()
    {
        using var taken = new TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var options = new WebhookServerOptions { Address = "127.0.0.1", Port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port };
        await using var server = new WebhookServer(options, new NoCertificate(), [], NullLoggerFactory.Instance);
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => server.StartAsync(TestContext.Current.CancellationToken));
        Assert.Contains("choose another port", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TwoWebhooksOfOnePathAreRefused() => Assert.Throws<InvalidOperationException>(
        () => new WebhookServer(new(), new NoCertificate(), [s_validating, s_validating], NullLoggerFactory.Instance));

    private static string Review(string value) =>
        $$$"""{"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","request":{"uid":"1","operation":"CREATE","object":{{{value}}}}}""";

    private sealed class Allowing : IAdmissionReviewer<V1ConfigMap>
    {
        public ValueTask<AdmissionDecision> ReviewAsync(AdmissionRequest<V1ConfigMap> request, CancellationToken cancellationToken) =>
            ValueTask.FromResult(AdmissionDecision.Allow());
    }

    private sealed class NoCertificate : IServingCertificate
    {
        public System.Net.Security.SslStreamCertificateContext? Current => null;
    }
}
