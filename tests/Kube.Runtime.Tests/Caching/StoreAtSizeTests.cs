using CsCheck;
using k8s.Models;
using Kube.Runtime.Caching;

namespace Kube.Runtime.Tests.Caching;

/// <summary>The parts of the store beyond one shard and one chunk, and what reading costs.</summary>
public sealed class StoreAtSizeTests
{
    private static readonly ResourceType<V1Pod> s_pods = BuiltInResources.Pods;

    [Fact]
    public void The_map_agrees_with_a_dictionary_while_it_grows_and_shrinks() =>
        Gen.Select(Gen.Int[0, 3000], Gen.Int[0, 99]).Array[0, 4000].Sample(
            operations =>
            {
                var map = ShardedMap<string, string>.Empty;
                var model = new Dictionary<string, string>();
                foreach (var (number, kind) in operations)
                {
                    var key = $"key-{number}";
                    if (kind < 40)
                    {
                        map = map.Without(key);
                        model.Remove(key);
                    }
                    else
                    {
                        map = map.With(key, $"{kind}");
                        model[key] = $"{kind}";
                    }
                }

                Assert.Equal(model.Count, map.Count);
                Assert.All(Enumerable.Range(0, 3001), number => Assert.Equal(model.GetValueOrDefault($"key-{number}"), map.Find($"key-{number}")));
            },
            iter: 20);

    [Fact]
    public void A_loaded_map_has_every_entry_and_shrinks_to_nothing()
    {
        var entries = Enumerable.Range(0, 10_000).Select(i => KeyValuePair.Create(i, $"{i}")).ToList();
        var map = ShardedMap<int, string>.Of(entries);
        Assert.All(entries, entry => Assert.Equal(entry.Value, map.Find(entry.Key)));
        foreach (var (key, _) in entries)
        {
            map = map.Without(key);
            Assert.Null(map.Find(key));
        }

        Assert.Equal(0, map.Count);
    }

    [Fact]
    public void The_list_agrees_with_a_sorted_one_while_chunks_are_cut_and_joined() =>
        Gen.Select(Gen.Int[0, 1500], Gen.Int[0, 99], Gen.Int[0, 1]).Array[0, 4000].Sample(
            operations =>
            {
                var list = SortedItems<V1Pod>.Empty;
                var model = new SortedDictionary<ObjectKey, V1Pod>();
                foreach (var (number, kind, ns) in operations)
                {
                    var pod = TestPods.Pod($"ns{ns}", $"pod-{number:d4}");
                    if (kind < 45)
                    {
                        list = list.Without(s_pods.KeyOf(pod), s_pods);
                        model.Remove(s_pods.KeyOf(pod));
                    }
                    else
                    {
                        list = list.With(pod, s_pods);
                        model[s_pods.KeyOf(pod)] = pod;
                    }
                }

                Assert.Equal(model.Values, list);
                Assert.Equal(model.Values, Enumerable.Range(0, list.Count).Select(i => list[i]));
            },
            iter: 20);

    [Fact]
    public void An_index_outside_of_a_list_is_refused()
    {
        var list = SortedItems<V1Pod>.Of([.. Enumerable.Range(0, 500).Select(i => TestPods.Pod("ns", $"pod-{i:d4}"))]);
        Assert.Equal("pod-0499", list[499].Metadata.Name);
        Assert.Throws<ArgumentOutOfRangeException>(() => list[500]);
        Assert.Throws<ArgumentOutOfRangeException>(() => list[-1]);
    }

    [Fact]
    public void Reads_without_a_change_allocate_nothing()
    {
        var store = new ObjectStore<V1Pod>(s_pods, new IndexDefinition<V1Pod>("name", pod => [pod.Metadata.Name]));
        store.Replace(Enumerable.Range(0, 2000).Select(i => TestPods.Pod($"ns{i % 5}", $"pod-{i}", $"owner-{i / 50}")));
        var key = new ObjectKey("ns1", "pod-1");
        Read();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            Read();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Read()
        {
            var snapshot = store.Snapshot();
            var found = snapshot.List().Count + store.List("ns1").Count + store.OwnedBy("owner-3").Count + store.ByIndex("name", "pod-7").Count;
            if (found != 2000 + 400 + 50 + 1 || store.Get(key) is null)
            {
                throw new InvalidOperationException("Not found.");
            }
        }
    }

    [Fact]
    public void A_snapshot_stays_as_it_was()
    {
        var store = new ObjectStore<V1Pod>(s_pods);
        store.Set(TestPods.Pod("ns", "a", "owner"));
        var snapshot = store.Snapshot();
        store.Replace([TestPods.Pod("ns", "b", "owner")]);

        Assert.Equal(("a", 1), (snapshot.OwnedBy("owner").Single().Metadata.Name, snapshot.List().Count));
        Assert.NotNull(snapshot.Get(new("ns", "a")));
        Assert.Same(snapshot, snapshot.Snapshot());
    }

    [Fact]
    public void A_cache_is_read_by_namespace_and_label()
    {
        var store = new ObjectStore<V1Pod>(s_pods);
        store.Replace([TestPods.Pod("ns1", "a", label: "x"), TestPods.Pod("ns1", "b"), TestPods.Pod("ns2", "c", label: "x")]);

        Assert.Equal(["a", "c"], store.Matching("l=x").Select(pod => pod.Metadata.Name));
        Assert.Equal(["b"], store.InNamespace("ns1").Matching(LabelSelector.NotExists("l")).Select(pod => pod.Metadata.Name));
        Assert.Equal(2, store.InNamespace("ns1").List().Count);
        Assert.NotNull(store.InNamespace("ns2").Get("c"));
        Assert.Null(store.InNamespace("ns2").Get("a"));
    }

    [Fact]
    public void Two_indexes_of_one_name_are_refused() =>
        Assert.Contains(
            "two indexes 'x'",
            Assert.Throws<ArgumentException>(() => new ObjectStore<V1Pod>(s_pods, new IndexDefinition<V1Pod>("x", _ => []), new IndexDefinition<V1Pod>("x", _ => []))).Message,
            StringComparison.Ordinal);
}
