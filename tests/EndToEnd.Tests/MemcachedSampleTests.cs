using System.Diagnostics;
using System.Text.Json.Nodes;
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
        using var process = StartOperator(await KubeConfigOfTheRoleAsync(ns));
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

            // A manifest that says nothing gets what a C# program would begin with.
            var bare = """{"apiVersion":"cache.example.com/v1alpha1","kind":"Memcached","metadata":{"name":"bare"},"spec":{}}""";
            await SendAsync(bare, "create", "-n", ns, "-f", "-");
            Assert.Equal("1 64 memcached:1.6-alpine", await RunAsync("get", "mc", "bare", "-n", ns, "-o", "jsonpath={.spec.size} {.spec.memoryMegabytes} {.spec.image}"));
            await ReadyAsync(ns, 1, "bare");

            await RunAsync("delete", "mc", "sample", "bare", "-n", ns);
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

    private Task ReadyAsync(string ns, int count, string name = "sample") => Eventually.ReadAsync(
        $"{count} servers are ready",
        () => RunAsync("get", "mc", name, "-n", ns, "-o", "jsonpath={.status.readyReplicas}"),
        text => text == $"{count}",
        s_patience);

    /// <summary>A kubeconfig of an account that may do what the attributes of the sample say, and nothing else.</summary>
    private async Task<string> KubeConfigOfTheRoleAsync(string ns)
    {
        await RunAsync("create", "serviceaccount", "memcached-operator", "-n", ns);
        await RunAsync("apply", "-f", Repository.PathOf("samples", "memcached-operator", "deploy", "rbac", "role.yaml"));
        await RunAsync("create", "clusterrolebinding", "memcached-operator", "--clusterrole=memcached-operator", $"--serviceaccount={ns}:memcached-operator");
        var request = """{"apiVersion":"authentication.k8s.io/v1","kind":"TokenRequest","spec":{}}""";
        var answer = await SendAsync(request, "create", "--raw", $"/api/v1/namespaces/{ns}/serviceaccounts/memcached-operator/token", "-f", "-");
        var token = (string)JsonNode.Parse(answer)!["status"]!["token"]!;

        var plane = fixture.Environment.ControlPlane;
        var admin = await File.ReadAllTextAsync(plane.KubeConfigPath);
        Assert.Contains(plane.AdminToken, admin, StringComparison.Ordinal);
        var path = Path.Combine(Path.GetDirectoryName(plane.KubeConfigPath)!, "memcached-operator.kubeconfig");
        await File.WriteAllTextAsync(path, admin.Replace(plane.AdminToken, token, StringComparison.Ordinal));
        return path;
    }

    private static Process StartOperator(string kubeConfig)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.AssemblyOf("memcached-operator", "samples", "memcached-operator")])
        {
            Environment = { ["KUBECONFIG"] = kubeConfig },
        };
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
    }

    private Task<string> SendAsync(string input, params string[] arguments) =>
        fixture.Kubectl.RunAsync(arguments, input, TestContext.Current.CancellationToken);

    private Task<string> RunAsync(params string[] arguments) => fixture.Kubectl.RunAsync(arguments, null, TestContext.Current.CancellationToken);

    private Task<KubectlResult> TryAsync(params string[] arguments) =>
        fixture.Kubectl.TryAsync(arguments, null, TestContext.Current.CancellationToken);

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
