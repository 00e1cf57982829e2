using System.Collections.Concurrent;
using k8s.Models;
using Kube.Runtime.Client;
using Kube.Runtime.Tests.Server;
using Kube.Runtime.Watching;
using Microsoft.Extensions.Time.Testing;

namespace Kube.Runtime.Tests.Watching;

/// <summary>What an informer can be told: what to watch, what to keep, when to look again.</summary>
public sealed class InformerOptionsTests
{
    private readonly ConcurrentQueue<string> _heard = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lists_and_watches_carry_namespace_and_selectors_and_a_random_time_of_5_to_10_minutes()
    {
        await using var server = await FaultServer.StartAsync((_, context) => context.IsWatch() ? context.EventAsync("BOOKMARK", Answers.Pod("", 9)) : context.PodsAsync(5));
        var options = new InformerOptions { Namespace = "n", LabelSelector = "app=web", FieldSelector = "spec.nodeName=n1" };
        await using var run = new InformerRun(New(server, options), new ResourceHandler<V1Pod>());
        await Until(() => server.Requests.Count > 12);

        var queries = server.Requests.Select(request => System.Web.HttpUtility.ParseQueryString(request.Query)).ToList();
        Assert.All(server.Requests, request => Assert.Equal("/api/v1/namespaces/n/pods", request.Path));
        Assert.All(queries, query => Assert.Equal(("app=web", "spec.nodeName=n1"), (query["labelSelector"], query["fieldSelector"])));
        var times = queries.Where(query => query["watch"] == "true").Select(query => int.Parse(query["timeoutSeconds"]!, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.All(times, time => Assert.InRange(time, 300, 600));
        Assert.True(times.Distinct().Count() > 3, "The times are not random.");
    }

    [Fact]
    public async Task Of_a_metadata_informer_the_server_is_asked_for_metadata_alone()
    {
        var accepts = new ConcurrentQueue<string>();
        await using var server = await FaultServer.StartAsync(async (_, context) =>
        {
            accepts.Enqueue(context.Request.Headers.Accept.ToString());
            if (!context.IsWatch())
            {
                await context.JsonAsync("""{"kind":"PartialObjectMetadataList","apiVersion":"meta.k8s.io/v1","metadata":{"resourceVersion":"5"},"items":[{"metadata":{"name":"a","namespace":"n","uid":"u","resourceVersion":"1"}}]}""");
                return;
            }

            await context.EventAsync("MODIFIED", """{"kind":"PartialObjectMetadata","apiVersion":"meta.k8s.io/v1","metadata":{"name":"a","namespace":"n","uid":"u","resourceVersion":"6","labels":{"l":"x"}}}""");
            await context.HangAsync();
        });
        var informer = new Informer<PartialObjectMetadata>(server.Transport(), PartialObjectMetadata.Of(BuiltInResources.Secrets.Definition));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var running = informer.RunAsync(stop.Token);
        await Until(() => informer.Lister.Get(new("n", "a"))?.Metadata.ResourceVersion == "6");

        var item = informer.Lister.List().Single();
        Assert.Equal(("v1", "Secret", "x"), (item.ApiVersion, item.Kind, item.Metadata.Labels["l"]));
        Assert.Equal(
            [
                "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json",
                "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1,application/json",
            ],
            accepts);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task A_resync_tells_of_every_object_again_without_a_change()
    {
        var time = new FakeTimeProvider();
        await using var server = await FaultServer.StartAsync((_, context) => context.IsWatch() ? context.HangAsync() : context.PodsAsync(5, Answers.Pod("a", 1), Answers.Pod("b", 2)));
        var informer = new Informer<V1Pod>(server.Transport(), BuiltInResources.Pods, new() { ResyncInterval = TimeSpan.FromHours(1) }, time: time);
        await using var run = new InformerRun(informer, Hear);
        await informer.WaitForSyncAsync(Token);
        Assert.Equal(["+a", "+b"], _heard);

        time.Advance(TimeSpan.FromMinutes(50));
        await Task.Delay(50, Token);
        Assert.Equal(2, _heard.Count);
        time.Advance(TimeSpan.FromMinutes(17));
        await Until(() => _heard.Count == 4);
        Assert.Equal(["a:same", "b:same"], _heard.Skip(2));
    }

    [Fact]
    public void The_default_resync_is_that_of_controller_runtime() => Assert.Equal(TimeSpan.FromHours(10), new InformerOptions().ResyncInterval);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Managed_fields_are_kept_when_they_are_asked_for(bool omit)
    {
        await using var server = await FaultServer.StartAsync(async (_, context) =>
        {
            if (context.IsWatch())
            {
                await context.EventAsync("ADDED", Managed("b"));
                await context.HangAsync();
            }
            else
            {
                await context.PodsAsync(5, Managed("a"));
            }
        });
        var informer = new Informer<V1Pod>(server.Transport(), BuiltInResources.Pods, new() { OmitManagedFields = omit, StreamsLists = false });
        await using var run = new InformerRun(informer, Hear);
        await Until(() => _heard.Contains("+b"));

        Assert.Equal([omit, omit], informer.Lister.List().Select(pod => pod.Metadata.ManagedFields is null));

        static string Managed(string name) =>
            $$"""{"metadata":{"name":"{{name}}","namespace":"n","resourceVersion":"6","managedFields":[{"manager":"m","fieldsV1":{"f:spec": { } } } ] } }""";
    }

    [Fact]
    public async Task A_transform_is_applied_before_storing_and_one_that_fails_spoils_its_object_alone()
    {
        await using var server = await FaultServer.StartAsync(async (_, context) =>
        {
            if (!context.IsWatch())
            {
                await context.PodsAsync(5, Answers.Pod("a", 1), Answers.Pod("bad", 2));
                return;
            }

            await context.EventAsync("ADDED", Answers.Pod("bad2", 6));
            await context.EventAsync("ADDED", Answers.Pod("c", 7));
            await context.EventAsync("DELETED", Answers.Pod("bad", 8));
            await context.EventAsync("ADDED", Answers.Pod("end", 9));
            await context.HangAsync();
        });
        var informer = new Informer<V1Pod>(server.Transport(), BuiltInResources.Pods)
        {
            Transform = pod => pod.Metadata.Name.StartsWith("bad", StringComparison.Ordinal)
                ? throw new InvalidOperationException("mine")
                : new() { Metadata = new() { Name = pod.Metadata.Name, NamespaceProperty = "n", Labels = new Dictionary<string, string> { ["seen"] = "yes" } } },
        };
        await using var run = new InformerRun(informer, Hear);
        await Until(() => _heard.Contains("+end"));

        Assert.Equal(["!bad", "+a", "!bad2", "+c", "-bad", "+end"], _heard);
        Assert.All(informer.Lister.List(), pod => Assert.Equal("yes", pod.Metadata.Labels["seen"]));
        var left = Assert.Single(informer.Undecodable);
        Assert.Equal("The informer's Transform failed: mine", left.Problem);
    }

    [Fact]
    public async Task What_a_new_list_does_not_change_stays_the_object_that_it_was()
    {
        await using var server = await FaultServer.StartAsync((n, context) => n switch
        {
            1 => context.PodsAsync(5, Answers.Pod("a", 1), Answers.Pod("b", 2)),
            2 => context.StatusAsync(410, "Expired"),
            3 => context.PodsAsync(9, Answers.Pod("a", 1), Answers.Pod("b", 8)),
            _ => context.HangAsync(),
        });
        var informer = New(server, new());
        var first = new ConcurrentDictionary<string, V1Pod>();
        await using var run = new InformerRun(informer, new ResourceHandler<V1Pod>
        {
            Added = pod => first[pod.Metadata.Name] = pod,
            Updated = (_, pod) => _heard.Enqueue(pod.Metadata.Name),
        });
        await Until(() => _heard.Contains("b"));

        Assert.Same(first["a"], informer.Lister.Get(new("n", "a")));
        Assert.NotSame(first["b"], informer.Lister.Get(new("n", "b")));
    }

    [Fact]
    public async Task A_quiet_watch_that_is_open_again_is_no_failure()
    {
        await using var server = await FaultServer.StartAsync(async (n, context) =>
        {
            switch (n)
            {
                case 1:
                    await context.PodsAsync(5);
                    break;
                case 2 or 3:
                    await context.StatusAsync(500, "InternalError");
                    break;
                default:
                    await context.Response.Body.FlushAsync();
                    await context.HangAsync();
                    break;
            }
        });
        var informer = New(server, new());
        await using var run = new InformerRun(informer, new ResourceHandler<V1Pod>());
        await Until(() => informer.Failure is not null);
        await Until(() => informer.Failure is null);
    }

    private ResourceHandler<V1Pod> Hear => new()
    {
        Added = pod => _heard.Enqueue($"+{pod.Metadata.Name}"),
        Updated = (old, pod) => _heard.Enqueue($"{pod.Metadata.Name}:{(ReferenceEquals(old, pod) ? "same" : "other")}"),
        Deleted = pod => _heard.Enqueue($"-{pod.Metadata.Name}"),
        Undecodable = item => _heard.Enqueue($"!{item.Key.Name}"),
    };

    private static Informer<V1Pod> New(FaultServer server, InformerOptions options) => new(
        server.Transport(new TransportOptions { MaxAttempts = 1 }),
        BuiltInResources.Pods,
        options with { Backoff = new() { Base = TimeSpan.FromMilliseconds(30), Max = TimeSpan.FromMilliseconds(60) } });

    private async Task Until(Func<bool> condition)
    {
        for (var i = 0; i < 2000 && !condition(); i++)
        {
            await Task.Delay(5, Token);
        }

        Assert.True(condition(), $"Not reached within 10 s. Heard: {string.Join(' ', _heard)}");
    }
}
