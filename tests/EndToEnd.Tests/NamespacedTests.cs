using Ray.DevEnvironment;

namespace Ray.EndToEnd;

/// <summary>What <c>deploy/namespaced</c> promises.</summary>
public sealed class NamespacedTests(OperatorFixture fixture)
{
    private const string Account = "ray-operator-of-one";

    [Fact]
    public async Task An_operator_of_one_namespace_needs_a_Role_there_and_one_in_its_own()
    {
        var (served, other) = (await fixture.NewNamespaceAsync(), await fixture.NewNamespaceAsync());
        await GrantAsync(served);
        var client = fixture.Environment.RayClusters();
        await client.CreateAsync(Clusters.Of(served, "here", ("small", 1)));

        await fixture.KillOperatorAsync();
        var kubeConfig = await fixture.Environment.KubeConfigOfAsync(Account, TestContext.Current.CancellationToken);
        await using (await fixture.Environment.StartOperatorAsync(
            kubeConfig, ["--watch-namespace", served, "--leader-election-namespace", "ray-system"], TestContext.Current.CancellationToken))
        {
            await client.CreateAsync(Clusters.Of(other, "there", ("small", 1)));
            await Eventually.ReadAsync("the one is ready", () => client.GetAsync("here", served), c => c.Status?.State == "ready");
            Assert.Empty((await fixture.Pods.ListAsync(other)).Items);
            Assert.Null((await client.GetAsync("there", other)).Status);
        }

        await fixture.StartOperatorAsync();
        await Eventually.ReadAsync("the other is ready", () => client.GetAsync("there", other), c => c.Status?.State == "ready");
    }

    [Fact]
    public async Task An_operator_that_may_not_read_its_lease_ends_and_says_so()
    {
        var ns = await fixture.NewNamespaceAsync();
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => fixture.Environment.StartOperatorAsync(
            fixture.Environment.OperatorKubeConfig, ["--leader-election-namespace", ns], TestContext.Current.CancellationToken));

        Assert.Contains("ended with exit code 3", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"Cannot read the lease {ns}/ray-operator-leader", failure.Message, StringComparison.Ordinal);
    }

    private async Task GrantAsync(string ns)
    {
        await fixture.Kubectl.RunAsync(["apply", "-n", ns, "-f", Repository.PathOf("deploy", "namespaced", "access", "role.yaml")]);
        await fixture.Kubectl.RunAsync(["apply", "-f", Repository.PathOf("deploy", "namespaced", "own_role.yaml")]);
        await fixture.Kubectl.RunAsync(["create", "serviceaccount", Account, "-n", "ray-system"]);
        foreach (var granted in new[] { ns, "ray-system" })
        {
            await fixture.Kubectl.RunAsync(
                ["create", "rolebinding", Account, "-n", granted, "--role=ray-operator", $"--serviceaccount=ray-system:{Account}"]);
        }
    }
}
