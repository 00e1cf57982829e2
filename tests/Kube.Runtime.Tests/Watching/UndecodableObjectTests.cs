using System.Collections.Concurrent;
using k8s.Models;
using Kube.Runtime.Controllers;
using Kube.Runtime.Tests.Server;
using Kube.Runtime.Watching;

namespace Kube.Runtime.Tests.Watching;

/// <summary>Objects that cannot be read: their list, what handlers hear of them, and whom they wake.</summary>
public sealed class UndecodableObjectTests
{
    private static readonly BackoffOptions s_quick = new() { Base = TimeSpan.FromMilliseconds(5), Max = TimeSpan.FromMilliseconds(20) };

    private readonly ConcurrentQueue<string> _heard = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_leave_the_list_when_they_are_mended_or_deleted_and_stay_when_they_change()
    {
        await using var server = await FaultServer.StartAsync(async (_, context) =>
        {
            if (!context.IsWatch())
            {
                await context.PodsAsync(5, Bad("mended", 1), Bad("deleted", 2), Bad("deleted-readable", 3), Bad("changed", 4));
                return;
            }

            await context.EventAsync("MODIFIED", Answers.Pod("mended", 6));
            await context.EventAsync("DELETED", Bad("deleted", 7));
            await context.EventAsync("DELETED", Answers.Pod("deleted-readable", 8));
            await context.EventAsync("MODIFIED", Bad("changed", 9));
            await context.EventAsync("ADDED", Answers.Pod("end", 10));
            await context.HangAsync();
        });
        await using var run = new InformerRun(NewInformer(server), Hear);
        await Until(() => _heard.Contains("+end"));

        Assert.Equal(
            [
                "!mended", "!deleted", "!deleted-readable", "!changed",
                "+mended", "!-deleted", "-deleted-readable", "!changed", "+end",
            ],
            _heard);
        Assert.Equal(("changed", "9"), run.Informer.Undecodable.Select(item => (item.Key.Name, item.ResourceVersion)).Single());
        Assert.Equal(["end", "mended"], run.Informer.Lister.List().Select(pod => pod.Metadata.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_new_list_tells_of_those_that_went_during_the_gap()
    {
        await using var server = await FaultServer.StartAsync((n, context) => n switch
        {
            1 => context.PodsAsync(5, Bad("gone", 1), Bad("mended", 2), Bad("stays", 3)),
            2 => context.StatusAsync(410, "Expired"),
            3 => context.PodsAsync(9, Answers.Pod("mended", 8), Bad("stays", 3)),
            _ => context.HangAsync(),
        });
        await using var run = new InformerRun(NewInformer(server), Hear);
        await Until(() => _heard.Contains("+mended"));

        Assert.Equal(["!gone", "!mended", "!stays", "!stays", "!-gone", "+mended"], _heard);
        Assert.Equal(["stays"], run.Informer.Undecodable.Select(item => item.Key.Name));
    }

    [Fact]
    public async Task Their_coming_and_going_wakes_the_object_that_controls_them()
    {
        var delete = new TaskCompletionSource();
        await using var server = await FaultServer.StartAsync(async (_, context) =>
        {
            if (!context.IsWatch())
            {
                await context.PodsAsync(5);
                return;
            }

            if (context.Request.Path.Value!.EndsWith("pods", StringComparison.Ordinal))
            {
                await context.EventAsync("ADDED", Bad("foreign", 6, ownerKind: "Secret"));
                await context.EventAsync("ADDED", Bad("a", 7));
                await delete.Task;
                await context.EventAsync("DELETED", Bad("a", 8));
            }

            await context.HangAsync();
        });
        var owners = new Informer<V1ConfigMap>(server.Transport(new() { MaxAttempts = 1 }), BuiltInResources.ConfigMaps);
        var pods = NewInformer(server);
        var woken = new WakeLog();
        var controller = new ControllerBuilder("test").For(owners).Owns(pods).Build(woken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var running = Task.WhenAll(controller.RunAsync(stop.Token), owners.RunAsync(stop.Token), pods.RunAsync(stop.Token));

        await Until(() => woken.Keys.Count == 1);
        delete.SetResult();
        await Until(() => woken.Keys.Count == 2);
        Assert.Equal([new ObjectKey("n", "owner"), new ObjectKey("n", "owner")], woken.Keys);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    private ResourceHandler<V1Pod> Hear => new()
    {
        Added = pod => _heard.Enqueue($"+{pod.Metadata.Name}"),
        Deleted = pod => _heard.Enqueue($"-{pod.Metadata.Name}"),
        Undecodable = item => _heard.Enqueue($"!{item.Key.Name}"),
        UndecodableDeleted = item => _heard.Enqueue($"!-{item.Key.Name}"),
    };

    private static string Bad(string name, int version, string ownerKind = "ConfigMap") =>
        $$"""
        {"metadata":{"name":"{{name}}","namespace":"n","resourceVersion":"{{version}}","ownerReferences":[{"apiVersion":"v1",
        "kind":"{{ownerKind}}","name":"owner","uid":"u","controller":true}]},"spec":7}
        """.ReplaceLineEndings("");

    private static Informer<V1Pod> NewInformer(FaultServer server) =>
        new(server.Transport(new() { MaxAttempts = 1 }), BuiltInResources.Pods, new() { Backoff = s_quick });

    private async Task Until(Func<bool> condition)
    {
        for (var i = 0; i < 1000; i++)
        {
            if (condition())
            {
                return;
            }

            await Task.Delay(5, Token);
        }

        Assert.Fail($"Not reached within 5 s. Heard: {string.Join(' ', _heard)}.");
    }

    private sealed class WakeLog : IReconciler
    {
        public ConcurrentQueue<ObjectKey> Keys { get; } = new();

        public Task<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken)
        {
            Keys.Enqueue(key);
            return Task.FromResult(ReconcileResult.Done);
        }
    }
}
