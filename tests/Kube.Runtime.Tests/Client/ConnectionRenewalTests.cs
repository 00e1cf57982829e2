using System.Security.Cryptography.X509Certificates;
using k8s.Models;
using Kube.Runtime.Client;
using Kube.Runtime.Client.Credentials;
using Kube.Runtime.Tests.Server;

namespace Kube.Runtime.Tests.Client;

/// <summary>Certificates that change while the process runs.</summary>
public sealed class ConnectionRenewalTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("certificates-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public async Task Authorities_are_read_again_when_the_server_is_not_trusted_any_more()
    {
        using var former = TestCertificates.Authority();
        using var present = TestCertificates.Authority();
        using var certificate = TestCertificates.Issue(present, "localhost");
        await using var server = await FaultServer.StartAsync((_, context) => context.PodAsync(), certificate);
        var file = Path.Combine(_home, "ca.crt");
        await File.WriteAllTextAsync(file, former.ExportCertificatePem(), Token);
        using var transport = new ApiTransport(server.Connection with { CertificateAuthorities = [former], CertificateAuthorityFile = file });
        await Assert.ThrowsAsync<ApiException>(() => Pods(transport).GetAsync("a", "n", Token));

        await File.WriteAllTextAsync(file, "half a file", Token);
        await Assert.ThrowsAsync<ApiException>(() => Pods(transport).GetAsync("a", "n", Token));
        await File.WriteAllTextAsync(file, former.ExportCertificatePem() + "\n" + present.ExportCertificatePem(), Token);
        Assert.Equal("a", (await Pods(transport).GetAsync("a", "n", Token)).Metadata.Name);
    }

    [Fact]
    public async Task A_renewed_client_certificate_is_shown_by_new_requests_and_watches_that_run_go_on()
    {
        using var authority = TestCertificates.Authority();
        using var serving = TestCertificates.Issue(authority, "localhost");
        using var first = TestCertificates.Issue(authority, "first");
        using var second = TestCertificates.Issue(authority, "second");
        var goOn = new TaskCompletionSource();
        await using var server = await FaultServer.StartAsync(
            async (_, context) =>
            {
                var name = context.Connection.ClientCertificate?.GetNameInfo(X509NameType.SimpleName, false);
                if (!context.IsWatch())
                {
                    await context.PodAsync(name ?? "nobody");
                    return;
                }

                await context.EventAsync("ADDED", Answers.Pod(name!, 1));
                await goOn.Task;
                await context.EventAsync("ADDED", Answers.Pod(name!, 2));
            },
            serving,
            asksForCertificates: true);
        var credential = new Changing(first);
        using var transport = new ApiTransport(server.Connection with { CertificateAuthorities = [authority], Credentials = credential });
        await using var watch = await Pods(transport).OpenWatchAsync("n", cancellationToken: Token);
        Assert.Equal("first", (await watch.NextAsync(Token))?.Resource?.Metadata.Name);

        credential.Certificate = second;
        Assert.Equal("second", (await Pods(transport).GetAsync("a", "n", Token)).Metadata.Name);
        goOn.SetResult();
        Assert.Equal("2", (await watch.NextAsync(Token))?.ResourceVersion);
        Assert.Null(await watch.NextAsync(Token));
    }

    private static ResourceClient<V1Pod> Pods(ApiTransport transport) => new(transport, BuiltInResources.Pods);

    private sealed class Changing(X509Certificate2 certificate) : ICredentialSource
    {
        public X509Certificate2 Certificate { get; set; } = certificate;

        public ValueTask<Credential> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult(new Credential(null, Certificate));

        public void Invalidate(Credential refused) => Assert.Fail("Nothing was refused.");
    }
}
