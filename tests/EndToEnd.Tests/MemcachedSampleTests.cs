using System.Diagnostics;
using Ray.DevEnvironment;

namespace Ray.EndToEnd;

/// <summary>The operator of the tutorial, built with the SDK alone, does what the tutorial shows.</summary>
public sealed class MemcachedSampleTests(OperatorFixture fixture)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_memcached_becomes_ready_servers_follows_its_size_and_leaves_nothing_behind()
    {
        var ns = await fixture.NewNamespaceAsync();
        await RunAsync("apply", "--validate=false", "-f", Repository.PathOf("samples", "memcached-operator", "crd", "cache.example.com_memcacheds.yaml"));
        using var process = StartOperator();
        try
        {
            await Eventually.ReadAsync("the kind is served", () => TryAsync("get", "memcacheds", "-n", ns), result => result.ExitCode == 0);
            await RunAsync("create", "-n", ns, "-f", Repository.PathOf("samples", "memcached-operator", "memcached.yaml"));
            await ReadyAsync(ns, 2);
            Assert.Equal(["NAME", "SIZE", "READY", "AGE"], Words((await RunAsync("get", "mc", "-n", ns)).Split('\n')[0]));

            await RunAsync("patch", "mc", "sample", "-n", ns, "--type=merge", "-p", """{"spec":{"size":4}}""");
            await ReadyAsync(ns, 4);
            await RunAsync("scale", "deployment", "sample", "-n", ns, "--replicas=1");
            await Eventually.ReadAsync(
                "the deployment is set right", () => RunAsync("get", "deployment", "sample", "-n", ns, "-o", "jsonpath={.spec.replicas}"), text => text == "4", s_patience);
            var refused = await TryAsync("patch", "mc", "sample", "-n", ns, "--type=merge", "-p", """{"spec":{"size":-1}}""");
            Assert.Contains("spec.size", refused.Error, StringComparison.Ordinal);

            await RunAsync("delete", "mc", "sample", "-n", ns);
            await Eventually.ReadAsync(
                "nothing is left", () => RunAsync("get", "deployments,pods", "-n", ns, "-o", "name"), text => text.Length == 0, s_patience);
            Assert.False(process.HasExited);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    private Task ReadyAsync(string ns, int count) => Eventually.ReadAsync(
        $"{count} servers are ready",
        () => RunAsync("get", "mc", "sample", "-n", ns, "-o", "jsonpath={.status.readyReplicas}"),
        text => text == $"{count}",
        s_patience);

    private Process StartOperator()
    {
        var start = new ProcessStartInfo("dotnet", [Repository.AssemblyOf("memcached-operator", "samples", "memcached-operator")])
        {
            Environment = { ["KUBECONFIG"] = fixture.Environment.ControlPlane.KubeConfigPath },
        };
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
    }

    private Task<string> RunAsync(params string[] arguments) => fixture.Kubectl.RunAsync(arguments, null, TestContext.Current.CancellationToken);

    private Task<KubectlResult> TryAsync(params string[] arguments) =>
        fixture.Kubectl.TryAsync(arguments, null, TestContext.Current.CancellationToken);

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
