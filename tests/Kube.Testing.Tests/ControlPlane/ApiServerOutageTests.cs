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
        const string Pod = """{"apiVersion":"v1","kind":"Pod","metadata":{"generateName":"p-"},"spec":{"containers":[{"name":"c","image":"x"}]}}""";
        await CreateAsync(client, Pod);

        await plane.KillApiServerAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("readyz", cancellation));
        await plane.StartApiServerAsync(cancellation);
        await CreateAsync(client, Pod);

        var deadline = TimeProvider.System.GetUtcNow().AddSeconds(60);
        while ((await client.GetStringAsync("api/v1/pods?fieldSelector=status.phase%3DRunning", cancellation)).Split("\"podIP\":").Length < 3)
        {
            Assert.True(TimeProvider.System.GetUtcNow() < deadline, "The second pod does not run.");
            await Task.Delay(100, cancellation);
        }

        Assert.False(nodes.Completion.IsCompleted);
    }

    [Fact]
    public async Task Nothing_is_left_behind()
    {
        var plane = await Kube.Testing.ControlPlane.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(Directory.Exists(plane.LogDirectory));
        await plane.DisposeAsync();
        Assert.False(Directory.Exists(plane.DataDirectory));
    }

    private static async Task CreateAsync(HttpClient client, string pod)
    {
        using var content = new StringContent(pod, System.Text.Encoding.UTF8, "application/json");
        using var response = await client.PostAsync("api/v1/namespaces/default/pods", content, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }
}
