using k8s.Models;
using Kube.Runtime.Client;
using Kube.Runtime.Controllers;
using Kube.Runtime.Events;
using Kube.Runtime.Tests.Logging;
using Kube.Runtime.Watching;

namespace Kube.Runtime.Tests.RealCluster;

/// <summary>The runtime against a real API server.</summary>
[Collection(ClusterFixture.Shared)]
public sealed class RealClusterTests(ClusterFixture cluster)
{
    private static readonly BackoffOptions s_quick = new() { Base = TimeSpan.FromMilliseconds(50), Max = TimeSpan.FromMilliseconds(500) };

    private readonly RecordingLogger _log = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_cache_equals_the_server_after_random_writes_and_a_killed_api_server()
    {
        using var transport = await cluster.TransportAsync();
        var ns = await ClusterFixture.NewNamespaceAsync(transport);
        var maps = new ResourceClient<V1ConfigMap>(transport, BuiltInResources.ConfigMaps);
        var informer = new Informer<V1ConfigMap>(transport, BuiltInResources.ConfigMaps, new() { Namespace = ns, PageSize = 7, Backoff = s_quick }, _log);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await WriteAsync(maps, ns, new Random(1), 30);
        var running = informer.RunAsync(stop.Token);
        await WriteAsync(maps, ns, new Random(2), 100);
        await UntilEqualAsync(maps, informer, ns);

        var plane = await cluster.PlaneAsync();
        await plane.KillApiServerAsync();
        await UntilAsync(() => Task.FromResult(informer.Failure is not null));
        Assert.Contains("Cannot list and watch configmaps", informer.Failure!.Message, StringComparison.Ordinal);
        await plane.StartApiServerAsync(Token);
        await WriteAsync(maps, ns, new Random(3), 100);
        await UntilEqualAsync(maps, informer, ns);
        Assert.Null(informer.Failure);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task A_service_account_without_rights_is_told_what_to_grant_and_goes_on_when_it_is_granted()
    {
        using var admin = await cluster.TransportAsync();
        var ns = await ClusterFixture.NewNamespaceAsync(admin);
        var plane = await cluster.PlaneAsync();
        await UntilAsync(async () => await TryAsync(() => admin.SendAsync(new(HttpMethod.Get, $"/api/v1/namespaces/{ns}/serviceaccounts/default"), Token)));
        var config = plane.WriteKubeConfig($"weak-{ns}", await plane.RequestTokenAsync(ns, "default", Token));
        using var weak = await cluster.TransportAsync(config);
        var informer = new Informer<V1Pod>(weak, BuiltInResources.Pods, new() { Namespace = ns, Backoff = s_quick }, _log);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var running = informer.RunAsync(stop.Token);

        await UntilAsync(() => Task.FromResult(informer.Failure is not null));
        Assert.Contains($"Not allowed to list and watch pods in namespace '{ns}'", informer.Failure!.Message, StringComparison.Ordinal);
        Assert.Contains("verbs [get, list, watch]", informer.Failure.Message, StringComparison.Ordinal);
        await GrantViewAsync(admin, ns);
        await informer.WaitForSyncAsync(Token).WaitAsync(TimeSpan.FromSeconds(30), Token);
        Assert.Null(informer.Failure);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task A_kind_that_is_not_installed_is_named()
    {
        using var transport = await cluster.TransportAsync();
        var missing = new ResourceType<V1ConfigMap>(new("example.org", "v1", "Widget", "widgets"), KubeJsonContext.Default.V1ConfigMap);
        var informer = new Informer<V1ConfigMap>(transport, missing, new() { Backoff = s_quick }, _log);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var running = informer.RunAsync(stop.Token);

        await UntilAsync(() => Task.FromResult(informer.Failure is not null));
        Assert.Contains("Install its CustomResourceDefinition (widgets.example.org)", informer.Failure!.Message, StringComparison.Ordinal);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task Events_are_accepted_and_repetitions_counted()
    {
        using var transport = await cluster.TransportAsync();
        var ns = await ClusterFixture.NewNamespaceAsync(transport);
        var maps = new ResourceClient<V1ConfigMap>(transport, BuiltInResources.ConfigMaps);
        var map = await maps.CreateAsync(new() { Metadata = new() { Name = "regarded", NamespaceProperty = ns } }, cancellationToken: Token);
        var recorder = new EventRecorder(transport, new("example.org/tests"), _log);
        for (var i = 0; i < 3; i++)
        {
            recorder.Record(map, EventType.Normal, "Tested", "Test", new string('é', 2000));
        }

        await recorder.DrainAsync(Token);
        var events = await new ResourceClient<Eventsv1Event>(transport, BuiltInResources.Events).ListAsync(ns, cancellationToken: Token);
        var stored = Assert.Single(events.Items, item => item.Reason == "Tested");
        Assert.Equal((3, map.Metadata.Uid, "ConfigMap"), (stored.Series.Count, stored.Regarding.Uid, stored.Regarding.Kind));
        Assert.DoesNotContain(_log.Lines, line => line.Contains("not recorded", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_controller_is_woken_by_its_objects_and_by_those_they_own()
    {
        using var transport = await cluster.TransportAsync();
        var ns = await ClusterFixture.NewNamespaceAsync(transport);
        var maps = new ResourceClient<V1ConfigMap>(transport, BuiltInResources.ConfigMaps);
        var services = new ResourceClient<V1Service>(transport, BuiltInResources.Services);
        var primary = new Informer<V1ConfigMap>(transport, BuiltInResources.ConfigMaps, new() { Namespace = ns, LabelSelector = "primary=yes" }, _log);
        var owned = new Informer<V1Service>(transport, BuiltInResources.Services, new() { Namespace = ns }, _log);
        var reconciler = new OneServiceForEachMap(primary, owned, services);
        var controller = new ControllerBuilder("maps").For(primary).Owns(owned).WithWorkers(4).WithLogger(_log).Build(reconciler);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        Task[] running = [primary.RunAsync(stop.Token), owned.RunAsync(stop.Token), controller.RunAsync(stop.Token)];

        for (var i = 0; i < 10; i++)
        {
            await maps.CreateAsync(new() { Metadata = new() { Name = $"m{i}", NamespaceProperty = ns, Labels = new Dictionary<string, string> { ["primary"] = "yes" } } }, cancellationToken: Token);
        }

        await UntilAsync(() => Task.FromResult(owned.Lister.List().Count == 10));
        await services.DeleteAsync("m3", ns, cancellationToken: Token);
        await UntilAsync(() => Task.FromResult(reconciler.Created == 11 && owned.Lister.Get(new(ns, "m3")) is not null));

        await stop.CancelAsync();
        foreach (var task in running)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);
        }
    }

    private static async Task WriteAsync(ResourceClient<V1ConfigMap> maps, string ns, Random random, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var name = $"map-{random.Next(20)}";
            await TryAsync(() => random.Next(4) == 0
                ? maps.DeleteAsync(name, ns, cancellationToken: Token)
                : maps.ApplyAsync(
                    new() { Metadata = new() { Name = name, NamespaceProperty = ns }, Data = new Dictionary<string, string> { ["n"] = $"{random.Next()}" } },
                    new() { FieldManager = "tests", Force = true },
                    Token));
        }
    }

    private static async Task UntilEqualAsync(ResourceClient<V1ConfigMap> maps, Informer<V1ConfigMap> informer, string ns)
    {
        await UntilAsync(async () =>
        {
            var server = (await maps.ListAsync(ns, cancellationToken: Token)).Items.Select(Print).Order(StringComparer.Ordinal);
            return server.SequenceEqual(informer.Lister.List().Select(Print).Order(StringComparer.Ordinal));
        });
        static string Print(V1ConfigMap map) => $"{map.Metadata.Name} {map.Metadata.Uid} {map.Metadata.ResourceVersion}";
    }

    private static async Task GrantViewAsync(ApiTransport admin, string ns)
    {
        var binding = """
            {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"RoleBinding","metadata":{"name":"view"},
             "roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"ClusterRole","name":"view"},
             "subjects":[{"kind":"ServiceAccount","name":"default","namespace":"NS"}]}
            """.Replace("NS", ns, StringComparison.Ordinal);
        await admin.SendAsync(
            new(HttpMethod.Post, $"/apis/rbac.authorization.k8s.io/v1/namespaces/{ns}/rolebindings") { Body = System.Text.Encoding.UTF8.GetBytes(binding) }, Token);
    }

    private static async Task<bool> TryAsync(Func<Task> send)
    {
        try
        {
            await send();
            return true;
        }
        catch (ApiException e) when (e.IsNotFound)
        {
            return false;
        }
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        for (var i = 0; i < 600; i++)
        {
            if (await condition())
            {
                return;
            }

            await Task.Delay(50, Token);
        }

        Assert.Fail("Not reached within 30 s.");
    }

    private sealed class OneServiceForEachMap(Informer<V1ConfigMap> maps, Informer<V1Service> owned, ResourceClient<V1Service> services) : IReconciler
    {
        private int _created;

        public int Created => Volatile.Read(ref _created);

        public async Task<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken)
        {
            if (maps.Lister.Get(key) is not { } map || owned.Lister.OwnedBy(map.Metadata.Uid).Count > 0)
            {
                return ReconcileResult.Done;
            }

            await services.CreateAsync(
                new()
                {
                    Metadata = new()
                    {
                        Name = key.Name,
                        NamespaceProperty = key.Namespace,
                        OwnerReferences = [new() { ApiVersion = map.ApiVersion, Kind = map.Kind, Name = key.Name, Uid = map.Metadata.Uid, Controller = true }],
                    },
                    Spec = new() { Ports = [new() { Port = 80 }] },
                },
                cancellationToken: cancellationToken);
            Interlocked.Increment(ref _created);
            return ReconcileResult.Done;
        }
    }
}
