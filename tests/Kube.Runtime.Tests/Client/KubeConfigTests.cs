using System.Text;
using Kube.Runtime.Client;
using Kube.Runtime.Tests.Server;

namespace Kube.Runtime.Tests.Client;

public sealed class KubeConfigTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("kubeconfig-").FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public async Task The_current_context_joins_its_cluster_and_user()
    {
        var connection = await Load(Config("""
            - name: u
              user: {token: secret}
            """));

        Assert.Equal(new Uri("https://one.example:6443"), connection.Server);
        Assert.Equal("work", connection.Namespace);
        Assert.Equal("Bearer secret", await Authorization(connection));
        Assert.Contains("context 'one'", connection.Origin, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_named_context_wins_over_the_current_one()
    {
        var connection = await Load(Config("[{name: u, user: {}}]"), "two");
        Assert.Equal(new Uri("http://two.example"), connection.Server);
        Assert.Equal("default", connection.Namespace);
        Assert.True(connection.SkipTlsVerify);
        Assert.Equal("inner.example", connection.TlsServerName);
    }

    [Fact]
    public async Task Json_is_yaml_too()
    {
        var connection = await Load("""
            {"current-context":"c","contexts":[{"name":"c","context":{"cluster":"k","user":"u"}}],
             "clusters":[{"name":"k","cluster":{"server":"https://k"}}],"users":[{"name":"u","user":{"username":"me","password":"p:w"}}]}
            """);
        Assert.Equal("Basic " + Convert.ToBase64String("me:p:w"u8), await Authorization(connection));
    }

    [Fact]
    public async Task Certificates_are_read_inline_and_from_files_beside_the_config()
    {
        using var authority = TestCertificates.Authority();
        using var client = TestCertificates.Issue(authority, "client");
        File.WriteAllText(Path.Combine(_home, "ca.crt"), authority.ExportCertificatePem());
        var connection = await Load($"""
            current-context: c
            contexts:
            - name: c
              context:
                cluster: k
                user: u
            clusters:
            - name: k
              cluster:
                server: https://k
                certificate-authority: ca.crt
            users:
            - name: u
              user:
                client-certificate-data: {Base64(client.ExportCertificatePem())}
                client-key-data: {Base64(client.GetECDsaPrivateKeyPem())}
            """);

        Assert.Equal(authority.Thumbprint, Assert.Single(connection.CertificateAuthorities).Thumbprint);
        var credential = await connection.Credentials.GetAsync(TestContext.Current.CancellationToken);
        Assert.Equal(client.Thumbprint, credential.Certificate?.Thumbprint);
        Assert.True(credential.Certificate!.HasPrivateKey);
    }

    [Fact]
    public async Task A_token_file_is_read_again_after_a_refusal()
    {
        File.WriteAllText(Path.Combine(_home, "token"), "old\n");
        var connection = await Load(Config("[{name: u, user: {tokenFile: token, token: ignored}}]"));
        Assert.Equal("Bearer old", await Authorization(connection));

        File.WriteAllText(Path.Combine(_home, "token"), "new\n");
        Assert.Equal("Bearer old", await Authorization(connection));
        connection.Credentials.Invalidate(await connection.Credentials.GetAsync(TestContext.Current.CancellationToken));
        Assert.Equal("Bearer new", await Authorization(connection));
    }

    [Fact]
    public async Task A_plugin_prints_tokens_and_is_run_again_when_they_expire()
    {
        var plugin = Script("""
            echo x >> "$COUNT"
            n=$(wc -l < "$COUNT")
            case "$KUBERNETES_EXEC_INFO" in *'"server":"https://one.example:6443"'*) ;; *) exit 3;; esac
            echo "{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"kind\":\"ExecCredential\",\"status\":{\"token\":\"t$n-$1\",\"expirationTimestamp\":\"2000-01-01T00:00:00Z\"}}"
            """);
        var connection = await Load(Config($"""
            - name: u
              user:
                exec:
                  apiVersion: client.authentication.k8s.io/v1
                  command: {plugin}
                  args: [arg]
                  provideClusterInfo: true
                  env:
                  - name: COUNT
                    value: {_home}/count
            """));

        Assert.Equal("Bearer t1-arg", await Authorization(connection));
        Assert.Equal("Bearer t2-arg", await Authorization(connection));
    }

    [Fact]
    public async Task A_plugin_that_fails_is_named_with_its_words()
    {
        var plugin = Script("echo please log in >&2; exit 5");
        var connection = await Load(Config(
            $"[{{name: u, user: {{exec: {{apiVersion: client.authentication.k8s.io/v1beta1, command: {plugin}}}}}}}]"));

        var error = await Assert.ThrowsAsync<ApiException>(() => Authorization(connection));
        Assert.Contains("please log in", error.Message, StringComparison.Ordinal);
        Assert.Contains("code 5", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plugin_that_is_not_installed_brings_its_hint()
    {
        var connection = await Load(Config(
            "[{name: u, user: {exec: {apiVersion: client.authentication.k8s.io/v1, command: no-such-plugin, installHint: get it at example.org}}}]"));

        Assert.Contains("get it at example.org", (await Assert.ThrowsAsync<ApiException>(() => Authorization(connection))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("current-context: gone", "no context 'gone'")]
    [InlineData("kind: Config", "no current-context")]
    [InlineData("a: b\ncurrent-context: [", "not valid YAML at line ")]
    [InlineData("current-context: c\ncontexts: [{name: c, context: {cluster: k}}]", "no cluster 'k'; it has none")]
    [InlineData("current-context: c\ncontexts: [{name: c, context: {}}]", "no 'cluster'")]
    [InlineData("current-context: c\ncontexts: [{name: c, context: {cluster: k}}]\nclusters: [{name: k, cluster: {}}]", "no 'server'")]
    [InlineData("current-context: c\ncontexts: [{name: c, context: {cluster: k}}]\nclusters: [{name: k, cluster: {server: 'https://k', proxy-url: 'ftp://p'}}]", "no http, https or socks5")]
    [InlineData("current-context: c\ncontexts: [{name: c, context: {cluster: k}}]\nclusters: [{name: k, cluster: {server: here}}]", "'here', which is no http")]
    [InlineData("current-context: c\ncontexts: [{name: c, context: {cluster: k}}]\nclusters: [{name: k, cluster: {server: 'https://k', certificate-authority-data: '!'}}]", "cannot be used")]
    [InlineData("a: &x 1\nb: *x", "aliases")]
    public async Task A_config_that_cannot_be_used_says_why(string config, string expected) =>
        Assert.Contains(expected, (await Assert.ThrowsAsync<KubeConfigException>(() => Load(config))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Without_any_config_the_error_tells_all_places_looked_at()
    {
        var error = await Assert.ThrowsAsync<KubeConfigException>(() => Locate(new(_home, null, null, null, _home), new()));
        Assert.All(["KUBECONFIG", Path.Combine(_home, ".kube", "config"), "KUBERNETES_SERVICE_HOST"], part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Several_files_are_merged_and_the_first_wins()
    {
        var (first, second) = (Path.Combine(_home, "first"), Path.Combine(_home, "second"));
        File.WriteAllText(first, "current-context: c\nclusters: [{name: k, cluster: {server: 'https://first'}}]");
        File.WriteAllText(second, "current-context: d\ncontexts: [{name: c, context: {cluster: k}}]\nclusters: [{name: k, cluster: {server: 'https://second'}}]");
        var names = string.Join(Path.PathSeparator, first, Path.Combine(_home, "absent"), second);

        Assert.Equal(new Uri("https://first"), (await Locate(new(_home, names, null, null, _home), new())).Server);
    }

    [Fact]
    public async Task In_a_pod_the_service_account_is_used()
    {
        using var authority = TestCertificates.Authority();
        File.WriteAllText(Path.Combine(_home, "token"), "pod-token");
        File.WriteAllText(Path.Combine(_home, "namespace"), "mine\n");
        File.WriteAllText(Path.Combine(_home, "ca.crt"), authority.ExportCertificatePem());

        var connection = await Locate(new(_home, null, "fd00::1", "443", _home), new());
        Assert.Equal(new Uri("https://[fd00::1]:443"), connection.Server);
        Assert.Equal("mine", connection.Namespace);
        Assert.Equal("Bearer pod-token", await Authorization(connection));
    }

    private static string Config(string users) => $$"""
        apiVersion: v1
        kind: Config
        current-context: one
        contexts:
        - name: one
          context: {cluster: first, user: u, namespace: work}
        - name: two
          context: {cluster: second, user: u}
        clusters:
        - name: first
          cluster:
            server: https://one.example:6443
        - name: second
          cluster:
            server: http://two.example
            insecure-skip-tls-verify: true
            tls-server-name: inner.example
        users:
          {{users.ReplaceLineEndings("\n  ")}}
        """;

    private async Task<ApiServerConnection> Load(string config, string? context = null)
    {
        var path = Path.Combine(_home, "config");
        File.WriteAllText(path, config);
        return await ApiServerConnection.LoadAsync(new(path, context), TestContext.Current.CancellationToken);
    }

    private static Task<ApiServerConnection> Locate(ProcessEnvironment environment, ConnectionOptions options) =>
        new ConnectionLocator(environment).LocateAsync(options, TestContext.Current.CancellationToken);

    private string Script(string body)
    {
        var path = Path.Combine(_home, "plugin");
        File.WriteAllText(path, $"#!/bin/sh\n{body}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }

    private static async Task<string?> Authorization(ApiServerConnection connection) =>
        (await connection.Credentials.GetAsync(TestContext.Current.CancellationToken)).Authorization?.ToString();

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
