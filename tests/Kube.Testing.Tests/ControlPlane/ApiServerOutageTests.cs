namespace Kube.Testing.Tests;

/// <summary>Has its own control plane: an outage would disturb the others.</summary>
public sealed class ApiServerOutageTests
{
    [Fact]
    public async Task Nodes_and_data_survive_a_crash_of_the_api_server()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var plane = await Kube.Testing.ControlPlane.StartAsync(cancellationToken: cancellation);
        using var client = plane.CreateHttpClient();
        await using var nodes = await SimulatedNodes.StartAsync(client, cancellationToken: cancellation);
        await CreatePodAsync(client);

        await plane.KillApiServerAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("readyz", cancellation));
        await plane.StartApiServerAsync(cancellation);
        await CreatePodAsync(client);

        var deadline = TimeProvider.System.GetUtcNow().AddSeconds(60);
        const string RunningPods = "api/v1/pods?fieldSelector=status.phase%3DRunning";
        while ((await client.GetStringAsync(RunningPods, cancellation)).Split("\"podIP\":").Length < 3)
        {
            Assert.True(TimeProvider.System.GetUtcNow() < deadline, "The second pod does not run.");
            await Task.Delay(100, cancellation);
        }

        Assert.False(nodes.Completion.IsCompleted);
    }

    [Fact]
    public async Task Controllers_that_are_started_anew_do_their_work()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var plane = await Kube.Testing.ControlPlane.StartAsync(cancellationToken: cancellation);
        using var client = plane.CreateHttpClient();

        await plane.RestartControllersAsync(cancellation);

        using var body = new StringContent("""{"metadata":{"name":"after"}}""", System.Text.Encoding.UTF8, "application/json");
        using var created = await client.PostAsync("api/v1/namespaces", body, cancellation);
        Assert.True(created.IsSuccessStatusCode);
        var deadline = TimeProvider.System.GetUtcNow().AddSeconds(60);
        while (!(await client.GetAsync("api/v1/namespaces/after/serviceaccounts/default", cancellation)).IsSuccessStatusCode)
        {
            Assert.True(TimeProvider.System.GetUtcNow() < deadline, "No controller made the namespace's account.");
            await Task.Delay(100, cancellation);
        }
    }

    [Fact]
    public async Task Nothing_is_left_behind()
    {
        var plane = await Kube.Testing.ControlPlane.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(Directory.Exists(plane.LogDirectory));
        await plane.DisposeAsync();
        Assert.False(Directory.Exists(plane.DataDirectory));
    }

    private static async Task CreatePodAsync(HttpClient client)
    {
        const string Pod =
            """{"apiVersion":"v1","kind":"Pod","metadata":{"generateName":"p-"},"spec":{"containers":[{"name":"c","image":"x"}]}}""";
        using var content = new StringContent(Pod, System.Text.Encoding.UTF8, "application/json");
        using var response = await client.PostAsync("api/v1/namespaces/default/pods", content, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }
}
