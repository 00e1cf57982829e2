using System.Text.Json.Nodes;
using Kube.Runtime.Client;
using Kube.Runtime.Client.Configuration;
using Kube.Runtime.Client.Credentials;
using Kube.Runtime.Client.Http;
using Kube.Runtime.Tests.Server;
using Microsoft.Extensions.Time.Testing;

namespace Kube.Runtime.Tests.Client;

/// <summary>What a kubeconfig says of users, beyond tokens.</summary>
public sealed class KubeConfigUserTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("kubeconfig-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public async Task A_certificate_in_files_is_renewed_when_the_files_are()
    {
        using var authority = TestCertificates.Authority();
        using var first = TestCertificates.Issue(authority, "first");
        using var second = TestCertificates.Issue(authority, "second");
        var (certificate, key) = (Path.Combine(_home, "crt"), Path.Combine(_home, "key"));
        Write(first, certificate, key);
        var time = new FakeTimeProvider();
        var source = new CertificateFileCredential(certificate, key, time: time);
        Assert.Equal(first.Thumbprint, await Thumbprint());

        File.WriteAllText(certificate, second.ExportCertificatePem());
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(first.Thumbprint, await Thumbprint()); // its key is not there yet
        Write(second, certificate, key);
        Assert.Equal(first.Thumbprint, await Thumbprint());
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(second.Thumbprint, await Thumbprint());

        Write(first, certificate, key);
        source.Invalidate(await source.GetAsync(Token));
        Assert.Equal(first.Thumbprint, await Thumbprint());

        async Task<string?> Thumbprint() => (await source.GetAsync(Token)).Certificate?.Thumbprint;
    }

    [Fact]
    public async Task A_refused_credential_that_was_renewed_meanwhile_stays()
    {
        var file = Path.Combine(_home, "token");
        File.WriteAllText(file, "old");
        var source = new TokenFileCredential(file);
        var old = await source.GetAsync(Token);
        File.WriteAllText(file, "new");
        source.Invalidate(old);
        var renewed = await source.GetAsync(Token);
        source.Invalidate(old);

        Assert.Same(renewed, await source.GetAsync(Token));
    }

    [Fact]
    public async Task Somebody_else_is_acted_as()
    {
        var config = Config("""
            {name: u, user: {token: t, as: jane, as-uid: 42, as-groups: [dev], as-user-extra: {Example.com/Scopes: [a]}}}
            """);
        var connection = await Load(config);

        Assert.Equal(
            [
                ("Impersonate-User", "jane"), ("Impersonate-Uid", "42"), ("Impersonate-Group", "dev"),
                ("Impersonate-Extra-Example.com%2FScopes", "a"),
            ],
            connection.Impersonation!.Headers().Select(header => (header.Key, header.Value)));
        await using var server = await FaultServer.StartAsync((_, context) =>
        {
            Assert.Equal("jane", context.Request.Headers["Impersonate-User"].ToString());
            Assert.Equal("dev", context.Request.Headers["Impersonate-Group"].ToString());
            return context.PodAsync();
        });
        using var transport = new ApiTransport(connection with { Server = server.Address, Proxy = null });
        await new ResourceClient<k8s.Models.V1Pod>(transport, BuiltInResources.Pods).GetAsync("a", "n", Token);
    }

    [Fact]
    public async Task More_groups_than_can_be_sent_are_refused_rather_than_misunderstood() => Assert.Contains(
        "as-groups has 2 values",
        (await Assert.ThrowsAsync<KubeConfigException>(() => Load(Config("{name: u, user: {as: jane, as-groups: [dev, ops]}}")))).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("IfAvailable", false, "false")]
    [InlineData("Never", true, "false")]
    public async Task Plugins_are_told_whether_they_may_ask_and_what_the_kubeconfig_says_of_the_cluster(string mode, bool terminal, string interactive)
    {
        var config = Config(Exec(mode, provideClusterInfo: true), """
            extensions:
            - name: other
              extension: {no: matter}
            - name: client.authentication.k8s.io/exec
              extension: {audience: "7", retries: 3, nested: [true, null, 1.5]}
            """);
        await Authorization(KubeConfigConnection.Of(KubeConfigFile.Parse(config, Path.Combine(_home, "config")), null, "config", terminal));

        var asked = JsonNode.Parse(File.ReadAllText(Path.Combine(_home, "asked")))!;
        Assert.Equal(interactive, asked["spec"]!["interactive"]!.ToJsonString());
        Assert.Equal("http://proxy:3128", (string?)asked["spec"]!["cluster"]!["proxy-url"]);
        Assert.Equal("""{"audience":"7","retries":3,"nested":[true,null,1.5]}""", asked["spec"]!["cluster"]!["config"]!.ToJsonString());
    }

    [Fact]
    public async Task A_plugin_that_must_ask_is_not_run_without_a_terminal()
    {
        var config = KubeConfigFile.Parse(Config(Exec("Always")), "config");
        var error = await Assert.ThrowsAsync<ApiException>(() => Authorization(KubeConfigConnection.Of(config, null, "config", hasTerminal: false)));

        Assert.Contains("standard input is no terminal", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_home, "asked")));
    }

    [Fact]
    public void A_plugin_with_an_unknown_mode_or_version_is_named()
    {
        Assert.Contains("interactiveMode 'Perhaps'", Refused(Exec("Perhaps")), StringComparison.Ordinal);
        Assert.Contains("v1alpha1'; known are", Refused(Exec("Never").Replace("k8s.io/v1", "k8s.io/v1alpha1", StringComparison.Ordinal)), StringComparison.Ordinal);

        string Refused(string user) => Assert.Throws<KubeConfigException>(
            () => KubeConfigConnection.Of(KubeConfigFile.Parse(Config(user), "config"), null, "config", false)).Message;
    }

    [Fact]
    public async Task Entries_that_nobody_uses_hinder_nobody()
    {
        var config = Config("{name: u, user: {token: t}}").Replace("clusters:", "clusters:\n- {name: broken, cluster: {}}", StringComparison.Ordinal);
        Assert.Equal("Bearer t", await Authorization(await Load(config)));
    }

    [Fact]
    public async Task A_proxy_with_a_password_and_the_wish_for_no_compression_are_read()
    {
        var connection = await Load(Config("{name: u, user: {}}", "disable-compression: true").Replace("http://proxy:3128", "http://me:p%40w@proxy:3128", StringComparison.Ordinal));

        Assert.True(connection.DisableCompression);
        var credentials = EnvironmentProxy.Of(connection.Proxy!).Credentials!.GetCredential(connection.Proxy!, "Basic")!;
        Assert.Equal(("me", "p@w"), (credentials.UserName, credentials.Password));
    }

    private static void Write(System.Security.Cryptography.X509Certificates.X509Certificate2 pair, string certificate, string key)
    {
        File.WriteAllText(certificate, pair.ExportCertificatePem());
        File.WriteAllText(key, pair.GetECDsaPrivateKeyPem());
    }

    private static async Task<string?> Authorization(ApiServerConnection connection) =>
        (await connection.Credentials.GetAsync(Token)).Authorization?.ToString();

    private static string Config(string user, string cluster = "") => $$$"""
        current-context: c
        contexts: [{name: c, context: {cluster: k, user: u}}]
        clusters:
        - name: k
          cluster:
            server: https://k
            proxy-url: http://proxy:3128
            {{{cluster.ReplaceLineEndings("\n    ")}}}
        users:
        - {{{user.Trim()}}}
        """;

    private async Task<ApiServerConnection> Load(string config)
    {
        var path = Path.Combine(_home, "config");
        await File.WriteAllTextAsync(path, config, Token);
        return await ApiServerConnection.LoadAsync(new(path), Token);
    }

    private string Exec(string mode, bool provideClusterInfo = false)
    {
        var plugin = Path.Combine(_home, "plugin");
        File.WriteAllText(plugin, $$$"""
            #!/bin/sh
            printf '%s' "$KUBERNETES_EXEC_INFO" > {{{_home}}}/asked
            echo '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"t"}}'
            """);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(plugin, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return $$$"""
            {name: u, user: {exec: {apiVersion: client.authentication.k8s.io/v1, command: {{{plugin}}}, interactiveMode: {{{mode}}},
             provideClusterInfo: {{{(provideClusterInfo ? "true" : "false")}}} } } }
            """;
    }
}
