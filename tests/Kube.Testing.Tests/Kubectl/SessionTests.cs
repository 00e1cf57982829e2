namespace Kube.Testing.Tests.Kubectl;

/// <summary>The same session with <c>kubectl</c> on the server in memory and on a real one: both say the same.</summary>
public sealed class SessionTests(TestCluster cluster)
{
    [Fact]
    public async Task A_session_with_kubectl_reads_the_same_on_both_servers()
    {
        Assert.SkipWhen(Transcript.Executable is null, "There is no kubectl.");
        await using var local = await LocalCluster.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var client = local.CreateHttpClient();
        await using var nodes = await SimulatedNodes.StartAsync(client, cancellationToken: TestContext.Current.CancellationToken);

        var real = HoldAsync(cluster.Plane.KubeConfigPath);
        var ours = HoldAsync(local.KubeConfigPath);

        var (expected, actual) = (await real, await ours);
        await KeepAsync("real", expected);
        await KeepAsync("local", actual);
        Assert.Equal(expected, actual);
    }

    private static async Task<string> HoldAsync(string kubeConfigPath)
    {
        using var transcript = new Transcript(kubeConfigPath);
        await transcript.RunAsync(Session.BuiltIn);
        await transcript.WatchAsync(
            "get configmap -l app=session -w",
            4,
            [new("label configmap settings tier=gold"), new("patch configmap settings --type merge -p '{\"data\":{\"x\":\"1\"}}'")]);
        await transcript.RunAsync(Session.Pods);
        await transcript.RunAsync(Session.Custom);
        await transcript.RunAsync(Session.Rays);
        await transcript.RunAsync(Session.End);
        return transcript.Text;
    }

    // Two long texts are compared with another program: SESSION_OUT names a folder for them.
    private static async Task KeepAsync(string name, string text)
    {
        if (Environment.GetEnvironmentVariable("SESSION_OUT") is { Length: > 0 } folder)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, name), text);
        }
    }
}
