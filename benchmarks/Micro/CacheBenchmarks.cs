using System.Globalization;
using BenchmarkDotNet.Attributes;
using k8s.Models;
using Kube;
using Kube.Runtime.Caching;

namespace Ray.Benchmarks.Micro;

/// <summary>Reads of a cache of 10,000 pods, 10 of each owner, while nothing changes.</summary>
public class CacheBenchmarks
{
    private readonly ObjectStore<V1Pod> _store = new(BuiltInResources.Pods);

    /// <summary>Fills the cache.</summary>
    [GlobalSetup]
    public void Fill() => _store.Replace(Enumerable.Range(0, 10_000).Select(index => new V1Pod
    {
        Metadata = new()
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"pod-{index}"),
            NamespaceProperty = string.Create(CultureInfo.InvariantCulture, $"team-{index % 50}"),
            Uid = string.Create(CultureInfo.InvariantCulture, $"uid-{index}"),
            ResourceVersion = "1",
            OwnerReferences = [new() { Controller = true, Uid = string.Create(CultureInfo.InvariantCulture, $"owner-{index / 10}"), Kind = "K", Name = "k", ApiVersion = "v1" }],
        },
    }));

    /// <summary>One pod by its name.</summary>
    [Benchmark]
    public object? Get() => _store.Get(new("team-7", "pod-4207"));

    /// <summary>The pods of one owner.</summary>
    [Benchmark]
    public int OwnedBy() => _store.OwnedBy("owner-420").Count;

    /// <summary>The pods of one namespace.</summary>
    [Benchmark]
    public int ListOfNamespace() => _store.List("team-7").Count;
}
