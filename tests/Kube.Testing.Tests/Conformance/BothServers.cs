using System.Text.Json.Nodes;

namespace Kube.Testing.Tests.Conformance;

/// <summary>Holds the same conversation with the real API server and the one in memory, and compares what they said.</summary>
public abstract class BothServers(TestCluster cluster)
{
    private protected async Task CompareAsync(Func<Conversation, Task> hold, Masks? masks = null)
    {
        var ns = $"conf-{Guid.NewGuid():n}"[..17];
        using var local = cluster.Local.CreateHttpClient();
        var real = await HoldAsync(cluster.Client, ns, hold, masks ?? new());
        var ours = await HoldAsync(local, ns, hold, masks ?? new());
        Assert.Equal(real, ours);
    }

    private static async Task<string> HoldAsync(HttpClient client, string ns, Func<Conversation, Task> hold, Masks masks)
    {
        var setup = new Conversation(client, ns, masks);
        var created = await setup.PostAsync("/api/v1/namespaces", """{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"{ns}"}}""");
        Assert.True(created?["status"] is JsonObject, $"{created}");
        var conversation = new Conversation(client, ns, masks);
        await hold(conversation);
        await setup.DeleteAsync("/api/v1/namespaces/{ns}");
        return conversation.Text;
    }
}
