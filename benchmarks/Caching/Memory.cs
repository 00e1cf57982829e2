using System.Runtime.CompilerServices;
using k8s;
using k8s.Models;
using Kube;
using Kube.Runtime.Caching;
using Kube.Runtime.Client;

namespace Ray.Benchmarks.Caching;

/// <summary>What a cached object costs: the object as it is decoded, and its places in the store.</summary>
internal static class Memory
{
    // What was measured stays, so that nothing that is freed later is taken for a gain.
    private static readonly List<object> s_kept = [];

    /// <summary>Bytes of memory a pod, of the objects alone and of the store around them.</summary>
    public static (double Objects, double Store) Measure<T>(ApiTransport transport, ResourceType<T> type, Func<T, T> transform)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        var before = Settled();
        var items = Read(transport, type, transform);
        var withObjects = Settled();
        var store = new ObjectStore<T>(type);
        store.Replace(items);
        var withStore = Settled();
        s_kept.Add(items);
        s_kept.Add(store);

        // Eight bytes an object are those of the array that holds them.
        return (((double)withObjects - before) / items.Length - 8, ((double)withStore - withObjects) / items.Length);
    }

    /// <summary>Reads all pods with the runtime's own client and decoder, as an informer does.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T[] Read<T>(ApiTransport transport, ResourceType<T> type, Func<T, T> transform)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        Task.Run(async () =>
        {
            var list = await new ResourceClient<T>(transport, type).ListAsync(null);
            return list.Items.Select(transform).ToArray();
        }).GetAwaiter().GetResult();

    private static long Settled()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
