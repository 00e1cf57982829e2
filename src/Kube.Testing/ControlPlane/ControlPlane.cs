using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Kube.Testing;

/// <summary>
/// A real control plane on loopback: etcd, kube-apiserver, kube-controller-manager and kube-scheduler. There is no kubelet:
/// <see cref="SimulatedNodes"/> plays it.
/// </summary>
public sealed class ControlPlane : IAsyncDisposable
{
    // The API server waits for open watches when it is asked to end; clients that keep theirs must not delay a test for long.
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(5);

    private readonly ControlPlaneProcesses processes;
    private readonly ControlPlaneLayout layout;
    private readonly ControlPlaneOptions options;
    private readonly X509Certificate2 authority;

    private ControlPlane(
        ControlPlaneOptions options, ControlPlaneLayout layout, ControlPlaneProcesses processes, X509Certificate2 authority, string token)
    {
        this.options = options;
        this.layout = layout;
        this.processes = processes;
        this.authority = authority;
        AdminToken = token;
    }

    /// <summary>The API server's address, ending in a slash.</summary>
    public Uri BaseAddress => processes.ApiServerAddress;

    /// <summary>A kubeconfig file with an administrator's token and the certificate authority embedded.</summary>
    public string KubeConfigPath => layout.KubeConfig;

    /// <summary>The bearer token of a member of <c>system:masters</c>.</summary>
    public string AdminToken { get; }

    /// <summary>The certificate authority's file, in PEM form.</summary>
    public string CertificateAuthorityPath => layout.CertificateAuthority;

    /// <summary>The certificate authority, in PEM form.</summary>
    public string CertificateAuthorityPem => authority.ExportCertificatePem();

    /// <summary>Where everything of this control plane is kept.</summary>
    public string DataDirectory => layout.Root;

    /// <summary>One log file for each process, such as <c>kube-apiserver.log</c>.</summary>
    public string LogDirectory => layout.Logs;

    /// <summary>Starts everything and waits until it can be used: the default namespace has its service account.</summary>
    /// <exception cref="ControlPlaneException">Binaries are missing, a process has ended, or the time is over.</exception>
    public static async Task<ControlPlane> StartAsync(ControlPlaneOptions? options = null, CancellationToken cancellationToken = default)
    {
        const int Attempts = 3;
        options ??= new ControlPlaneOptions();
        var binaries = options.BinariesDirectory is { } directory ? ControlPlaneBinaries.In(directory) : ControlPlaneBinaries.Locate();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await StartOnceAsync(options, binaries, cancellationToken);
            }
            catch (ControlPlaneException e)
                when (attempt < Attempts && e.Message.Contains("address already in use", StringComparison.Ordinal))
            {
                // Someone took a port between our choice and the server's bind. New ports, new try.
            }
        }
    }

    /// <summary>A client with a bearer token (the administrator's by default). It trusts this control plane's authority only.</summary>
    public HttpClient CreateHttpClient(string? token = null)
    {
        var client = ControlPlaneHttp.CreateClient(BaseAddress, authority);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token ?? AdminToken);
        return client;
    }

    /// <summary>Writes a kubeconfig for another bearer token and returns its path.</summary>
    /// <param name="name">A word for the file name.</param>
    /// <param name="token">The token, for example one from <see cref="RequestTokenAsync"/>.</param>
    public string WriteKubeConfig(string name, string token)
    {
        var path = Path.Combine(layout.Root, $"kubeconfig-{name}");
        ControlPlaneCertificates.WriteSecret(path, KubeConfig.Print(BaseAddress, CertificateAuthorityPem, token));
        return path;
    }

    /// <summary>Asks the API server for a token of an existing service account (TokenRequest), valid for an hour.</summary>
    public async Task<string> RequestTokenAsync(string @namespace, string serviceAccount, CancellationToken cancellationToken = default)
    {
        using var client = CreateHttpClient();
        return await ControlPlaneHttp.RequestTokenAsync(client, @namespace, serviceAccount, cancellationToken);
    }

    /// <summary>Stops the API server in order. Its data stay; <see cref="StartApiServerAsync"/> starts it again on the same port.</summary>
    public Task StopApiServerAsync() => processes.StopApiServerAsync(StopGrace);

    /// <summary>Kills the API server, as a crash would.</summary>
    public Task KillApiServerAsync() => processes.StopApiServerAsync(TimeSpan.Zero);

    /// <summary>Starts the API server after a stop and waits until it is ready. Does nothing when it runs.</summary>
    public Task StartApiServerAsync(CancellationToken cancellationToken = default) =>
        processes.WithDeadlineAsync(options.StartTimeout, StartAndWaitAsync, cancellationToken);

    /// <summary>
    /// Kills the controller manager and starts it again. The new one looks at everything anew: the garbage collector of some releases misses what was
    /// deleted while the API server started.
    /// </summary>
    public Task RestartControllersAsync(CancellationToken cancellationToken = default) => processes.WithDeadlineAsync(
        options.StartTimeout,
        async deadline => await processes.RestartControllerManagerAsync(await processes.AskForFlagsAsync(deadline)),
        cancellationToken);

    /// <summary>
    /// Lets the store forget all former states, so that watches and page tokens from before expire (410 Gone) unless the API server's own cache
    /// still knows them: it knows the changes since its own start, unless <c>--watch-cache-sizes=resource#0</c> switches it off for a resource.
    /// </summary>
    /// <returns>The store's revision, which is the newest resource version.</returns>
    public Task<long> CompactAsync(CancellationToken cancellationToken = default) => processes.CompactAsync(cancellationToken);

    /// <summary>Stops everything, the store last, and deletes the data unless the options name their folder.</summary>
    public async ValueTask DisposeAsync()
    {
        await processes.DisposeAsync();
        authority.Dispose();
        DeleteTemporary(options, layout);
    }

    private static async Task<ControlPlane> StartOnceAsync(
        ControlPlaneOptions options, ControlPlaneBinaries binaries, CancellationToken cancellationToken)
    {
        var layout = new ControlPlaneLayout(options.DataDirectory ?? Directory.CreateTempSubdirectory("kube-testing-").FullName);
        var ports = LoopbackPorts.Pick(options.ApiServerPort);
        var processes = new ControlPlaneProcesses(binaries, layout, ports, options);
        ControlPlane? plane = null;
        try
        {
            layout.CreateDirectories();
            var authority = ControlPlaneCertificates.WriteTo(layout, TimeProvider.System);
            var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
            ControlPlaneCertificates.WriteSecret(layout.Tokens, $"{token},admin,admin,\"system:masters\"\n");
            plane = new ControlPlane(options, layout, processes, authority, token);
            var kubeConfig = KubeConfig.Print(plane.BaseAddress, plane.CertificateAuthorityPem, token);
            ControlPlaneCertificates.WriteSecret(layout.KubeConfig, kubeConfig);
            await processes.WithDeadlineAsync(options.StartTimeout, plane.StartAllAsync, cancellationToken);
            return plane;
        }
        catch
        {
            await processes.DisposeAsync();
            plane?.authority.Dispose();
            DeleteTemporary(options, layout);
            throw;
        }
    }

    private async Task StartAllAsync(CancellationToken cancellationToken)
    {
        var flags = processes.AskForFlagsAsync(cancellationToken);
        await processes.StartEtcdAsync(cancellationToken);
        using var client = CreateHttpClient();
        await processes.StartApiServerAsync(client, cancellationToken);
        await processes.StartControllersAsync(client, await flags, cancellationToken);
    }

    private async Task StartAndWaitAsync(CancellationToken cancellationToken)
    {
        using var client = CreateHttpClient();
        await processes.StartApiServerAsync(client, cancellationToken);
    }

    private static void DeleteTemporary(ControlPlaneOptions options, ControlPlaneLayout layout)
    {
        if (options.DataDirectory is null && Directory.Exists(layout.Root))
        {
            Directory.Delete(layout.Root, recursive: true);
        }
    }
}
