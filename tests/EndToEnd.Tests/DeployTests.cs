using Ray.DevEnvironment;

namespace Ray.EndToEnd;

/// <summary>The kustomize bases below <c>deploy</c>, as the API server judges them.</summary>
public sealed class DeployTests(OperatorFixture fixture)
{
    [Theory]
    [InlineData("default", "clusterrole")]
    [InlineData("namespaced", "role")]
    public async Task The_server_takes_all_that_is_deployed(string folder, string kindOfRole)
    {
        // The namespace that deploy/namespaced serves must be there.
        await fixture.Kubectl.TryAsync(["create", "namespace", "ray-clusters"], null, TestContext.Current.CancellationToken);
        var taken = await fixture.Kubectl.RunAsync(
            ["apply", "--dry-run=server", "-k", Repository.PathOf("deploy", folder)], null, TestContext.Current.CancellationToken);

        Assert.Contains("deployment.apps/ray-operator created", taken, StringComparison.Ordinal);
        Assert.Contains($"{kindOfRole}.rbac.authorization.k8s.io/ray-operator", taken, StringComparison.Ordinal);

        // The rights to the lease, in the operator's own namespace.
        Assert.Contains("\nrolebinding.rbac.authorization.k8s.io/ray-operator", taken, StringComparison.Ordinal);
    }
}
