using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using k8s.Models;
using Kube.Runtime.Client;
using Kube.Runtime.Client.Credentials;
using Kube.Runtime.Tests.Logging;
using Kube.Runtime.Tests.Server;
using Microsoft.AspNetCore.Http;

namespace Kube.Runtime.Tests.Client;

public sealed class ApiTransportTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_429_with_retry_after_is_repeated_for_every_verb_after_that_time()
    {
        await using var server = await FaultServer.StartAsync((n, context) =>
        {
            context.Response.Headers.RetryAfter = "1";
            return n == 1 ? context.StatusAsync(429, "TooManyRequests") : context.PodAsync();
        });
        using var transport = server.Transport();
        var watch = Stopwatch.StartNew();
        var pod = await Pods(transport).CreateAsync(new V1Pod { Metadata = new() { Name = "a", NamespaceProperty = "n" } }, cancellationToken: Token);

        Assert.Equal("a", pod.Metadata.Name);
        Assert.Equal(2, server.Requests.Count);
        Assert.True(watch.Elapsed > TimeSpan.FromSeconds(0.9));
    }

    [Fact]
    public async Task A_failed_create_is_not_repeated()
    {
        await using var server = await FaultServer.StartAsync((_, context) => context.StatusAsync(500, "InternalError"));
        using var transport = server.Transport();

        await Assert.ThrowsAsync<ApiException>(() => Pods(transport).CreateAsync(new V1Pod { Metadata = new() { GenerateName = "a-", NamespaceProperty = "n" } }, cancellationToken: Token));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_failed_get_is_repeated_and_gives_up_in_the_end()
    {
        await using var server = await FaultServer.StartAsync((_, context) => context.StatusAsync(503, "ServiceUnavailable", "no leader"));
        using var transport = server.Transport();

        var error = await Assert.ThrowsAsync<ApiException>(() => Pods(transport).GetAsync("a", "n", Token));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, error.Code);
        Assert.Contains("no leader", error.Message, StringComparison.Ordinal);
        Assert.Equal(5, server.Requests.Count);
    }

    [Fact]
    public async Task A_refusal_carries_reason_and_causes()
    {
        await using var server = await FaultServer.StartAsync((_, context) => context.StatusAsync(
            422, "Invalid", "bad pod", """{"causes":[{"field":"spec.x","reason":"FieldValueInvalid","message":"must be good"}]}"""));
        using var transport = server.Transport();

        var error = await Assert.ThrowsAsync<ApiException>(() => Pods(transport).GetAsync("a", "n", Token));
        Assert.True(error.IsInvalid);
        Assert.Equal(new ApiErrorCause("spec.x", "FieldValueInvalid", "must be good"), Assert.Single(error.Causes));
        Assert.Contains("GET /api/v1/namespaces/n/pods/a: 422 bad pod", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_that_is_no_status_is_told_in_its_own_words()
    {
        await using var server = await FaultServer.StartAsync((_, context) =>
        {
            context.Response.StatusCode = 404;
            return context.Response.WriteAsync("404 page not found");
        });
        using var transport = server.Transport();

        var error = await Assert.ThrowsAsync<ApiException>(() => Pods(transport).GetAsync("a", "n", Token));
        Assert.True(error.IsNotFound);
        Assert.Contains("page not found", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_not_the_object_is_an_api_error()
    {
        await using var server = await FaultServer.StartAsync((_, context) => context.JsonAsync("""{"metadata":7}"""));
        using var transport = server.Transport();

        Assert.Equal(ApiFailureReasons.Unreadable, (await Assert.ThrowsAsync<ApiException>(() => Pods(transport).GetAsync("a", "n", Token))).Reason);
    }

    [Fact]
    public async Task A_401_renews_the_token_once()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "old", Token);
        await using var server = await FaultServer.StartAsync(async (_, context) =>
        {
            if (context.Request.Headers.Authorization == "Bearer new")
            {
                await context.PodAsync();
                return;
            }

            await File.WriteAllTextAsync(file, "new", Token);
            await context.StatusAsync(401, "Unauthorized");
        });
        using var transport = new ApiTransport(server.Connection with { Credentials = new TokenFileCredential(file) });

        await Pods(transport).GetAsync("a", "n", Token);
        Assert.Equal(["Bearer old", "Bearer new"], server.Requests.Select(request => request.Authorization));
        File.Delete(file);
    }

    [Fact]
    public async Task A_second_401_is_final_and_names_the_origin_of_the_credentials()
    {
        await using var server = await FaultServer.StartAsync((_, context) => context.StatusAsync(401, "Unauthorized"));
        using var transport = new ApiTransport(server.Connection with { Origin = "context 'x'" });

        var error = await Assert.ThrowsAsync<ApiException>(() => Pods(transport).GetAsync("a", "n", Token));
        Assert.Equal(2, server.Requests.Count);
        Assert.Contains("context 'x'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_without_an_answer_ends_at_its_deadline()
    {
        await using var server = await FaultServer.StartAsync((_, context) => context.HangAsync());
        using var transport = server.Transport(new() { CallDeadline = TimeSpan.FromMilliseconds(200) });

        var error = await Assert.ThrowsAsync<ApiException>(() => Pods(transport).GetAsync("a", "n", Token));
        Assert.Equal(ApiFailureReasons.TimedOut, error.Reason);
    }

    [Fact]
    public async Task A_cancelled_call_is_cancelled_not_failed()
    {
        await using var server = await FaultServer.StartAsync((_, context) => context.HangAsync());
        using var transport = server.Transport();
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Pods(transport).GetAsync("a", "n", cancel.Token));
    }

    [Fact]
    public async Task A_refused_connection_names_server_and_remedy()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var free = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var transport = new ApiTransport(new ApiServerConnection { Server = new($"http://127.0.0.1:{free}"), Origin = "context 'dev'" }, new() { MaxAttempts = 2, RetryDelay = TimeSpan.FromMilliseconds(1) });

        var error = await Assert.ThrowsAsync<ApiException>(() => Pods(transport).GetAsync("a", "n", Token));
        Assert.Equal(ApiFailureReasons.Unreachable, error.Reason);
        Assert.All([$"127.0.0.1:{free}", "connection refused", "Start the API server", "context 'dev'"], part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_name_says_so()
    {
        using var transport = new ApiTransport(new ApiServerConnection { Server = new("https://no-such-host.invalid") }, new() { MaxAttempts = 1 });
        Assert.Contains("'no-such-host.invalid' cannot be resolved", (await Assert.ThrowsAsync<ApiException>(() => Pods(transport).GetAsync("a", "n", Token))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_named_authority_is_trusted_and_http_2_is_spoken()
    {
        using var authority = TestCertificates.Authority();
        using var stranger = TestCertificates.Authority();
        using var certificate = TestCertificates.Issue(authority, "localhost");
        await using var server = await FaultServer.StartAsync((_, context) => context.PodAsync(), certificate);

        using var trusting = new ApiTransport(server.Connection with { CertificateAuthorities = [authority] });
        await Pods(trusting).GetAsync("a", "n", Token);
        Assert.Equal("HTTP/2", server.Requests.Single().Protocol);

        using var doubting = new ApiTransport(server.Connection with { CertificateAuthorities = [stranger] });
        var error = await Assert.ThrowsAsync<ApiException>(() => Pods(doubting).GetAsync("a", "n", Token));
        Assert.Contains("No trusted connection", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_refused_unless_that_name_is_expected()
    {
        using var authority = TestCertificates.Authority();
        using var certificate = TestCertificates.Issue(authority, "inner.example");
        await using var server = await FaultServer.StartAsync((_, context) => context.PodAsync(), certificate);

        using var strict = new ApiTransport(server.Connection with { CertificateAuthorities = [authority] });
        await Assert.ThrowsAsync<ApiException>(() => Pods(strict).GetAsync("a", "n", Token));
        using var named = new ApiTransport(server.Connection with { CertificateAuthorities = [authority], TlsServerName = "inner.example" });
        await Pods(named).GetAsync("a", "n", Token);
    }

    [Fact]
    public async Task Skipping_verification_works_and_warns()
    {
        using var authority = TestCertificates.Authority();
        using var certificate = TestCertificates.Issue(authority, "inner.example");
        await using var server = await FaultServer.StartAsync((_, context) => context.PodAsync(), certificate);
        var log = new RecordingLogger();

        using var transport = new ApiTransport(server.Connection with { SkipTlsVerify = true }, logger: log);
        await Pods(transport).GetAsync("a", "n", Token);
        Assert.Contains(log.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("not verified", StringComparison.Ordinal));
    }

    private static ResourceClient<V1Pod> Pods(ApiTransport transport) => new(transport, BuiltInResources.Pods);
}
