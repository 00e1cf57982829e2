using System.Diagnostics;
using System.Text;

namespace Kube.Testing.Tests;

/// <summary>Has its own control plane: slow nodes would take pods of the other tests.</summary>
public sealed class DelayTests
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1.5);

    [Fact]
    public async Task Pods_start_and_end_after_their_delays()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var plane = await Kube.Testing.ControlPlane.StartAsync(cancellationToken: cancellation);
        using var client = plane.CreateHttpClient();
        var options = new SimulatedNodesOptions { Count = 1, StartDelay = Delay, TerminationDelay = Delay };
        await using var nodes = await SimulatedNodes.StartAsync(client, options, cancellation);

        var watch = Stopwatch.StartNew();
        const string Pod =
            """{"apiVersion":"v1","kind":"Pod","metadata":{"name":"slow"},"spec":{"containers":[{"name":"c","image":"x"}]}}""";
        using var content = new StringContent(Pod, Encoding.UTF8, "application/json");
        (await client.PostAsync("api/v1/namespaces/default/pods", content, cancellation)).EnsureSuccessStatusCode();
        await UntilAsync(client, "\"phase\":\"Running\"");
        Assert.True(watch.Elapsed >= Delay, $"It ran after {watch.Elapsed}.");

        watch.Restart();
        (await client.DeleteAsync("api/v1/namespaces/default/pods/slow", cancellation)).EnsureSuccessStatusCode();
        await UntilAsync(client, "\"items\":[]");
        Assert.True(watch.Elapsed >= Delay, $"It was gone after {watch.Elapsed}.");
    }

    private static async Task UntilAsync(HttpClient client, string text)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!(await client.GetStringAsync("api/v1/namespaces/default/pods", patience.Token)).Contains(text))
        {
            await Task.Delay(50, patience.Token);
        }
    }
}
