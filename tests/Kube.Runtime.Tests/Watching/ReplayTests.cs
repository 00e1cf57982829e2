using System.Collections.Concurrent;
using k8s.Models;
using Kube.Runtime.Tests.Server;
using Kube.Runtime.Watching;

namespace Kube.Runtime.Tests.Watching;

/// <summary>A resumed watch that begins a little before where the last one ended.</summary>
public sealed class ReplayTests
{
    private readonly ConcurrentQueue<string> _heard = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_told_already_is_not_told_again()
    {
        await using var server = await FaultServer.StartAsync(async (n, context) =>
        {
            if (!context.IsWatch())
            {
                await context.PodsAsync(5, Answers.Pod("a", 1), Pod("b", 2, "first"));
                return;
            }

            if (n > 2)
            {
                await context.EventAsync("MODIFIED", Answers.Pod("a", 6));
                await context.EventAsync("DELETED", Pod("b", 7, "first"));
                await context.EventAsync("ADDED", Pod("b", 8, "second"));
                await context.EventAsync("DELETED", Pod("gone", 9, "other"));
                await context.EventAsync("ADDED", Answers.Pod("end", 10));
                await context.HangAsync();
            }

            await context.EventAsync("MODIFIED", Answers.Pod("a", 6));
            await context.EventAsync("DELETED", Pod("b", 7, "first"));
            await context.EventAsync("ADDED", Pod("b", 8, "second"));
        });
        var informer = new Informer<V1Pod>(server.Transport(), BuiltInResources.Pods);
        await using var run = new InformerRun(informer, new ResourceHandler<V1Pod>
        {
            Added = pod => _heard.Enqueue($"+{pod.Metadata.Name} {pod.Metadata.Uid}"),
            Updated = (_, pod) => _heard.Enqueue($"{pod.Metadata.Name} {pod.Metadata.ResourceVersion}"),
            Deleted = pod => _heard.Enqueue($"-{pod.Metadata.Name} {pod.Metadata.Uid}"),
        });
        for (var i = 0; i < 2000 && !_heard.Contains("+end uid-end"); i++)
        {
            await Task.Delay(5, Token);
        }

        Assert.Equal(["+a uid-a", "+b first", "a 6", "-b first", "+b second", "+end uid-end"], _heard);
    }

    private static string Pod(string name, int version, string uid) => Answers.Pod(name, version).Replace($"uid-{name}", uid, StringComparison.Ordinal);
}
