using CsCheck;
using k8s.Models;
using Kube.Runtime.Caching;

namespace Kube.Runtime.Tests.Caching;

public sealed class ObjectStoreTests
{
    private static readonly Gen<V1Pod> s_pods = Gen.Select(
        OneOf("ns1", "ns2"),
        OneOf("a", "b", "c", "d", "e"),
        OneOf<string?>(null, "owner1", "owner2"),
        OneOf<string?>(null, "x", "y"),
        (ns, name, owner, label) => TestPods.Pod(ns, name, owner, label: label));

    [Fact]
    public void Every_read_agrees_with_a_naive_dictionary() =>
        Gen.Select(Gen.Int[0, 9], s_pods, s_pods.Array[0, 8]).Array[0, 60].Sample(operations =>
        {
            var store = NewStore();
            var model = new Dictionary<ObjectKey, V1Pod>();
            foreach (var (kind, pod, many) in operations)
            {
                var key = BuiltInResources.Pods.KeyOf(pod);
                switch (kind)
                {
                    case 0:
                        store.Replace(many);
                        model = many.GroupBy(BuiltInResources.Pods.KeyOf).ToDictionary(group => group.Key, group => group.Last());
                        break;
                    case < 4:
                        Assert.Same(model.GetValueOrDefault(key), store.Remove(key));
                        model.Remove(key);
                        break;
                    default:
                        Assert.Same(model.GetValueOrDefault(key), store.Set(pod));
                        model[key] = pod;
                        break;
                }

                AssertSame(model, store);
            }
        });

    [Fact]
    public void A_list_taken_before_a_write_does_not_change()
    {
        var store = NewStore();
        store.Set(TestPods.Pod("ns1", "a", "owner1"));
        var before = store.OwnedBy("owner1");
        store.Set(TestPods.Pod("ns1", "b", "owner1"));
        store.Remove(new("ns1", "a"));

        Assert.Equal("a", Assert.Single(before).Metadata.Name);
    }

    [Fact]
    public void An_owner_that_does_not_control_does_not_count()
    {
        var store = NewStore();
        var pod = TestPods.Pod("ns1", "a", "owner1");
        pod.Metadata.OwnerReferences[0].Controller = null;
        store.Set(pod);

        Assert.Empty(store.OwnedBy("owner1"));
    }

    [Fact]
    public void An_unknown_index_is_named_in_the_error()
    {
        var error = Assert.Throws<ArgumentException>(() => NewStore().ByIndex("nodes", "n1"));
        Assert.Contains("nodes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readers_see_each_replacement_whole()
    {
        var store = NewStore();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var reader = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                // Each state holds ten pods of one version.
                var pods = store.List();
                Assert.True(pods.Count is 0 or 10 && pods.Select(pod => pod.Metadata.ResourceVersion).Distinct().Count() <= 1);
            }
        }, stop.Token);
        for (var version = 0; version < 2000; version++)
        {
            store.Replace(Enumerable.Range(0, 10).Select(i => TestPods.Pod("ns", $"p{i}", version: $"{version}")));
        }

        await stop.CancelAsync();
        await reader;
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static ObjectStore<V1Pod> NewStore() => new(
        BuiltInResources.Pods,
        new IndexDefinition<V1Pod>("label", pod => pod.Metadata.Labels is { } labels && labels.TryGetValue("l", out var value) ? [value] : []));

    private static void AssertSame(Dictionary<ObjectKey, V1Pod> model, ObjectStore<V1Pod> store)
    {
        var ordered = model.OrderBy(entry => entry.Key).Select(entry => entry.Value).ToArray();
        Assert.Equal(ordered.Length, store.Count);
        Assert.Equal(ordered, store.List());
        foreach (var (key, pod) in model)
        {
            Assert.Same(pod, store.Get(key));
        }

        foreach (var ns in new[] { "ns1", "ns2", "none" })
        {
            Assert.Equal(ordered.Where(pod => pod.Metadata.NamespaceProperty == ns), store.List(ns));
        }

        foreach (var owner in new[] { "owner1", "owner2", "none" })
        {
            Assert.Equal(ordered.Where(pod => pod.Metadata.OwnerReferences?[0].Uid == owner), store.OwnedBy(owner));
        }

        foreach (var label in new[] { "x", "y", "none" })
        {
            Assert.Equal(ordered.Where(pod => pod.Metadata.Labels?["l"] == label), store.ByIndex("label", label));
        }
    }
}
