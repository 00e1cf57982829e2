using Kube.Runtime.Hosting;
using Kube.Runtime.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Kube.Runtime.Tests.Webhooks;

public sealed class MountedCertificateTests : IDisposable
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(10);

    private readonly string _folder = Directory.CreateTempSubdirectory("webhook-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task ARenewedCertificateIsTakenUpAndABrokenOneIsNot()
    {
        var time = new FakeTimeProvider();
        Write(Issue());
        var certificate = new MountedCertificate(_folder, NullLogger<MountedCertificate>.Instance, s_interval, time);
        var first = certificate.Current;
        using var stop = new CancellationTokenSource();
        var running = certificate.RunAsync(stop.Token);

        await File.WriteAllTextAsync(Path.Combine(_folder, "tls.crt"), "half a file", TestContext.Current.CancellationToken);
        time.Advance(s_interval);
        await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.Same(first, certificate.Current);

        var renewed = Issue();
        Write(renewed);
        while (ReferenceEquals(first, certificate.Current))
        {
            time.Advance(s_interval);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.Equal(renewed.NotAfter, certificate.Current!.TargetCertificate.NotAfter.ToUniversalTime());
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task AHostWithoutTheFilesDoesNotStartAndSaysWhatToMount()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddWebhookServer(new() { Address = "127.0.0.1", Port = 0 }, Path.Combine(_folder, "missing"));
        using var host = builder.Build();
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.Contains("Mount a Secret of type kubernetes.io/tls", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AHostServesTheWebhooksThatWereAdded()
    {
        var pair = Issue();
        Write(pair);
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddWebhookServer(new() { Address = "127.0.0.1", Port = 0 }, _folder);
        builder.Services.AddWebhook(_ => GadgetConversion.Webhook());
        using var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        var server = host.Services.GetRequiredService<WebhookServer>();
        Assert.True(server.IsReady);
        using var client = new HttpClient(WebhookRun.ClientHandler(pair.AuthorityPem)) { BaseAddress = new($"https://127.0.0.1:{server.Port}") };
        using var response = await client.GetAsync("/convert", TestContext.Current.CancellationToken);
        Assert.Equal(405, (int)response.StatusCode);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    private static ServingPair Issue() => CertificateIssuer.Issue(["127.0.0.1"], TimeProvider.System.GetUtcNow(), TimeSpan.FromHours(1));

    private void Write(ServingPair pair)
    {
        File.WriteAllText(Path.Combine(_folder, "tls.key"), pair.KeyPem);
        File.WriteAllText(Path.Combine(_folder, "tls.crt"), pair.CertificatePem);
    }
}
