using System.Net;
using System.Text;

namespace Kube.Testing.Tests;

public sealed class ControlPlaneTests(TestCluster cluster)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Starts_in_less_than_thirty_seconds() => Assert.InRange(cluster.StartedIn, TimeSpan.Zero, TimeSpan.FromSeconds(30));

    [Fact]
    public async Task Clients_that_do_not_know_the_authority_refuse_the_server()
    {
        using var stranger = new HttpClient();
        await Assert.ThrowsAsync<HttpRequestException>(() => stranger.GetAsync(cluster.Plane.BaseAddress, Cancellation));
    }

    [Fact]
    public async Task A_service_account_without_a_role_may_not_read_pods()
    {
        var ns = await cluster.NewNamespaceAsync();
        await CreateServiceAccountAsync(ns, "nobody");
        var token = await cluster.Plane.RequestTokenAsync(ns, "nobody", Cancellation);
        using var client = cluster.Plane.CreateHttpClient(token);

        using var response = await client.GetAsync($"api/v1/namespaces/{ns}/pods", Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains($"system:serviceaccount:{ns}:nobody", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task A_role_binding_gives_the_service_account_what_it_names()
    {
        var ns = await cluster.NewNamespaceAsync();
        await CreateServiceAccountAsync(ns, "reader");
        await cluster.CreateAsync(
            $"apis/rbac.authorization.k8s.io/v1/namespaces/{ns}/rolebindings",
            $$$"""
            {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"RoleBinding","metadata":{"name":"reader"},
             "roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"ClusterRole","name":"view"},
             "subjects":[{"kind":"ServiceAccount","name":"reader","namespace":"{{{ns}}}"}]}
            """);
        using var client = cluster.Plane.CreateHttpClient(await cluster.Plane.RequestTokenAsync(ns, "reader", Cancellation));

        using var response = await client.GetAsync($"api/v1/namespaces/{ns}/pods", Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Nodes_without_rights_say_so_at_once()
    {
        var ns = await cluster.NewNamespaceAsync();
        await CreateServiceAccountAsync(ns, "impostor");
        using var client = cluster.Plane.CreateHttpClient(await cluster.Plane.RequestTokenAsync(ns, "impostor", Cancellation));

        var refusal = await Assert.ThrowsAsync<HttpRequestException>(
            () => SimulatedNodes.StartAsync(client, cancellationToken: Cancellation));

        Assert.Equal(HttpStatusCode.Forbidden, refusal.StatusCode);
    }

    [Fact]
    public async Task An_unknown_token_is_not_let_in()
    {
        using var client = cluster.Plane.CreateHttpClient("made-up");
        using var response = await client.GetAsync("api/v1/pods", Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_kubeconfig_holds_the_authority_and_the_token_and_is_private()
    {
        var path = cluster.Plane.WriteKubeConfig("someone", "some-token");
        var text = await File.ReadAllTextAsync(path, Cancellation);
        Assert.Contains("token: \"some-token\"", text);
        Assert.Contains(Convert.ToBase64String(Encoding.UTF8.GetBytes(cluster.Plane.CertificateAuthorityPem)), text);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(path) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    private async Task CreateServiceAccountAsync(string ns, string name) => await cluster.CreateAsync(
        $"api/v1/namespaces/{ns}/serviceaccounts",
        $$$"""{"apiVersion":"v1","kind":"ServiceAccount","metadata":{"name":"{{{name}}}"}}""");
}
