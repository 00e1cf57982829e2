using System.Net;

namespace Kube.Testing;

/// <summary>Registers the nodes with the API server.</summary>
internal static class NodeRegistration
{
    /// <summary>Creates the nodes, or takes over those that are there, and returns their addresses by name.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> RegisterAsync(
        KubeRequests requests, SimulatedNodesOptions options, CancellationToken cancellationToken)
    {
        var nodes = Enumerable.Range(0, options.Count)
            .ToDictionary(index => $"{options.NamePrefix}-{index}", PodAddresses.OfNode, StringComparer.Ordinal);
        await Parallel.ForEachAsync(
            nodes,
            new ParallelOptions { MaxDegreeOfParallelism = options.Concurrency, CancellationToken = cancellationToken },
            async (node, token) => await RegisterAsync(requests, node.Key, node.Value, options, token));
        return nodes;
    }

    private static async Task RegisterAsync(
        KubeRequests requests, string name, string address, SimulatedNodesOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await requests.PostAsync("api/v1/nodes", NodeObjects.Node(name), cancellationToken);
        }
        catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.Conflict)
        {
            // It is there already.
        }

        var path = $"api/v1/nodes/{name}";
        var status = NodeObjects.Status(name, address, options.Capacity, PodStatuses.Time(options.Time.GetUtcNow()));
        await requests.PatchAsync(path + "/status", status, KubeRequests.MergePatch, cancellationToken);
        // Last, so that nothing is scheduled on a node without capacity.
        await requests.PatchAsync(path, NodeObjects.WithoutTaints(), KubeRequests.MergePatch, cancellationToken);
    }
}
