using System.IO.Compression;
using System.Text;
using k8s.Models;
using Kube.Runtime.Client;
using Kube.Runtime.Tests.Server;
using Kube.Runtime.Tests.Telemetry;
using Microsoft.Extensions.Time.Testing;

namespace Kube.Runtime.Tests.Client;

/// <summary>How requests are sent: how many, how described, how packed, how measured.</summary>
public sealed class RequestMannersTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_limit_nothing_waits_and_with_one_a_burst_passes_and_the_rest_at_its_rate()
    {
        await using var server = await FaultServer.StartAsync((_, context) => context.PodAsync());
        var time = new FakeTimeProvider();
        using var free = server.Transport(new(), time);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Pods(free).GetAsync("a", "n", Token)));

        using var metrics = new MetricLog(server.Address.Authority);
        using var limited = server.Transport(new() { RateLimit = new(PerSecond: 2, Burst: 3) }, time);
        var calls = Enumerable.Range(0, 5).Select(_ => Pods(limited).GetAsync("a", "n", Token)).ToList();
        await Until(() => server.Requests.Count == 23);
        await Task.Delay(50, Token);
        Assert.Equal(23, server.Requests.Count);
        time.Advance(TimeSpan.FromSeconds(0.6));
        await Until(() => server.Requests.Count == 24);
        time.Advance(TimeSpan.FromSeconds(0.6));
        await Task.WhenAll(calls);
        Assert.Equal([0, 0, 0, 0.5, 1], metrics.Lines.Where(line => line.Series.StartsWith("rest_client_rate_limiter_duration_seconds{verb=\"GET\"", StringComparison.Ordinal)).Select(line => line.Value).Order());
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void A_limit_that_lets_nothing_pass_is_refused(double perSecond, int burst) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RateLimit(perSecond, burst));

    [Fact]
    public async Task Requests_say_who_sends_them()
    {
        var seen = "";
        await using var server = await FaultServer.StartAsync((_, context) =>
        {
            seen = context.Request.Headers.UserAgent.ToString();
            return context.PodAsync();
        });
        using var transport = server.Transport();
        await Pods(transport).GetAsync("a", "n", Token);

        Assert.Matches(@"^[\w.-]+ \((linux|darwin|windows)/(amd64|arm64)\) kube-runtime-dotnet/[0-9.]+$", seen);
    }

    [Fact]
    public async Task Reads_may_come_compressed_and_watches_and_writes_never()
    {
        var accepted = new List<string>();
        await using var server = await FaultServer.StartAsync(async (_, context) =>
        {
            lock (accepted)
            {
                accepted.Add($"{context.Request.Method}{(context.IsWatch() ? " watch" : "")}:{context.Request.Headers.AcceptEncoding}");
            }

            if (context.Request.Headers.AcceptEncoding.Count == 0)
            {
                await context.PodAsync();
                return;
            }

            context.Response.Headers.ContentEncoding = "gzip";
            await using var packed = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
            await packed.WriteAsync(Encoding.UTF8.GetBytes("{\"metadata\":{\"resourceVersion\":\"1\"},\"items\":[" + Answers.Pod("packed", 1) + "]}"), Token);
        });
        using var transport = server.Transport();
        using var plain = server.Transport(new() { Compression = false });
        Assert.Equal("packed", Assert.Single((await Pods(transport).ListAsync("n", cancellationToken: Token)).Items).Metadata.Name);
        await Pods(transport).CreateAsync(new() { Metadata = new() { Name = "a", NamespaceProperty = "n" } }, cancellationToken: Token);
        await foreach (var change in Pods(transport).WatchAsync("n", cancellationToken: Token).Take(0))
        {
            Assert.Fail("Nothing was watched.");
        }

        await Pods(plain).GetAsync("a", "n", Token);
        Assert.Equal(["GET:gzip", "POST:", "GET:"], accepted);
    }

    [Fact]
    public async Task A_compressed_refusal_is_read_too()
    {
        await using var server = await FaultServer.StartAsync(async (_, context) =>
        {
            context.Response.StatusCode = 403;
            context.Response.Headers.ContentEncoding = "gzip";
            await using var packed = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
            await packed.WriteAsync("""{"kind":"Status","reason":"Forbidden","message":"not for you","code":403}"""u8.ToArray(), Token);
        });
        using var transport = server.Transport();

        Assert.Contains("not for you", (await Assert.ThrowsAsync<ApiException>(() => Pods(transport).GetAsync("a", "n", Token))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_are_measured_under_the_names_and_labels_of_client_go()
    {
        await using var server = await FaultServer.StartAsync((n, context) =>
        {
            context.Response.Headers.RetryAfter = "0";
            return n == 1 ? context.StatusAsync(429, "TooManyRequests") : context.PodAsync();
        });
        var host = server.Address.Authority;
        using var metrics = new MetricLog(host);
        using var transport = server.Transport();
        await Pods(transport).CreateAsync(new() { Metadata = new() { Name = "a", NamespaceProperty = "n" } }, cancellationToken: Token);

        Assert.Equal(1, metrics.Sum($$"""rest_client_requests_total{code="429",method="POST",host="{{host}}"}"""));
        Assert.Equal(1, metrics.Sum($$"""rest_client_requests_total{code="200",method="POST",host="{{host}}"}"""));
        Assert.Equal(1, metrics.Sum($$"""rest_client_request_retries_total{code="429",verb="POST",host="{{host}}"}"""));
        Assert.Equal(1, metrics.Count($$"""rest_client_request_duration_seconds{verb="POST",host="{{host}}"}"""));
        Assert.InRange(metrics.Sum($$"""rest_client_request_size_bytes{verb="POST",host="{{host}}"}"""), 100, 400);
        Assert.Equal("{\"kind\":\"Pod\",\"metadata\":{\"name\":\"a\",\"namespace\":\"n\"}}".Length, metrics.Sum($$"""rest_client_response_size_bytes{verb="POST",host="{{host}}"}"""));
    }

    [Fact]
    public async Task Name_resolution_and_waits_for_no_limit_are_measured_too()
    {
        await using var server = await FaultServer.StartAsync((_, context) => context.PodAsync());
        var host = $"localhost:{server.Address.Port}";
        using var names = new MetricLog("localhost");
        using var metrics = new MetricLog(host);
        using var transport = new ApiTransport(new() { Server = new($"http://{host}") });
        await Pods(transport).GetAsync("a", "n", Token);

        Assert.Equal(1, names.Count("rest_client_dns_resolution_duration_seconds{host=\"localhost\"}"));
        Assert.Equal(0, metrics.Sum($$"""rest_client_rate_limiter_duration_seconds{verb="GET",host="{{host}}"}"""));
        Assert.Equal(1, metrics.Count($$"""rest_client_rate_limiter_duration_seconds{verb="GET",host="{{host}}"}"""));
    }

    [Fact]
    public async Task A_request_may_have_a_deadline_of_its_own()
    {
        await using var server = await FaultServer.StartAsync((_, context) => context.HangAsync());
        using var transport = server.Transport();

        var error = await Assert.ThrowsAsync<ApiException>(() => Pods(transport).ListAsync("n", new() { Deadline = TimeSpan.FromMilliseconds(100) }, Token));
        Assert.Contains("within 0.1 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wish_that_outlasts_the_deadline_is_a_refusal_not_a_timeout()
    {
        await using var server = await FaultServer.StartAsync((_, context) =>
        {
            context.Response.Headers.RetryAfter = "120";
            return context.StatusAsync(429, "TooManyRequests");
        });
        using var transport = server.Transport();

        var error = await Assert.ThrowsAsync<ApiException>(() => Pods(transport).GetAsync("a", "n", Token));
        Assert.Equal((429, TimeSpan.FromMinutes(2)), ((int)error.Code, error.RetryAfter));
    }

    private static ResourceClient<V1Pod> Pods(ApiTransport transport) => new(transport, BuiltInResources.Pods);

    private static async Task Until(Func<bool> condition)
    {
        for (var i = 0; i < 2000 && !condition(); i++)
        {
            await Task.Delay(5, Token);
        }

        Assert.True(condition(), "Not reached within 10 s.");
    }
}
