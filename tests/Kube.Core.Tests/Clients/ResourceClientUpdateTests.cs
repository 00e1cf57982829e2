using System.Net;
using k8s.Models;

namespace Kube.Core.Tests.Clients;

public sealed class ResourceClientUpdateTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Update_sends_what_changed_and_the_version_it_was_read_at()
    {
        var transport = new RecordingTransport(Pod("7"), Pod("8"));

        await Pods(transport).UpdateAsync("p", "ns", Label, null, Token);

        var patch = transport.Requests[1];
        Assert.Equal("PATCH /api/v1/namespaces/ns/pods/p", $"{patch.Method} {patch.Target}");
        Assert.Equal("application/json-patch+json", patch.ContentType);
        Assert.Equal(
            """[{"op":"test","path":"/metadata/resourceVersion","value":"7"},{"op":"add","path":"/metadata/labels","value":{"a":"b"}}]""",
            RecordingTransport.BodyOf(patch));
    }

    [Fact]
    public async Task Update_without_a_change_writes_nothing()
    {
        var transport = new RecordingTransport(Pod("7"));

        var pod = await Pods(transport).UpdateAsync("p", "ns", _ => { }, null, Token);

        Assert.Equal(HttpMethod.Get, transport.Request.Method);
        Assert.Equal("7", pod.Metadata.ResourceVersion);
    }

    [Theory]
    [InlineData(HttpStatusCode.Conflict)]
    [InlineData(HttpStatusCode.UnprocessableEntity)]
    public async Task Update_starts_again_when_another_writer_was_faster(HttpStatusCode refusal)
    {
        // Read 7, refused, look (8 by now), read 8, accepted.
        var transport = new RecordingTransport(Pod("7"), refusal, Pod("8"), Pod("8"), Pod("9"));

        var pod = await Pods(transport).UpdateStatusAsync("p", "ns", Label, null, Token);

        Assert.Equal("9", pod.Metadata.ResourceVersion);
        Assert.Contains("\"value\":\"8\"", RecordingTransport.BodyOf(transport.Requests[^1]), StringComparison.Ordinal);
        Assert.EndsWith("/status", transport.Requests[^1].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Update_gives_up_at_once_when_the_change_itself_is_refused()
    {
        var transport = new RecordingTransport(Pod("7"), HttpStatusCode.UnprocessableEntity, Pod("7"));

        var e = await Assert.ThrowsAsync<ApiException>(() => Pods(transport).UpdateAsync("p", "ns", Label, null, Token));

        Assert.True(e.IsInvalid);
        Assert.Equal(3, transport.Requests.Count);
    }

    [Fact]
    public async Task Update_tries_until_nobody_else_was_faster()
    {
        var answers = Enumerable.Range(1, 8).SelectMany(i => new object[] { Pod($"{i}"), HttpStatusCode.Conflict, Pod($"{i + 1}") });
        var transport = new RecordingTransport(answers.Concat([Pod("9"), Pod("10")]));

        var pod = await Pods(transport).UpdateAsync("p", "ns", Label, null, Token);

        Assert.Equal("10", pod.Metadata.ResourceVersion);
        Assert.Equal(9, transport.Requests.Count(request => request.Method == HttpMethod.Patch));
    }

    [Fact]
    public async Task Update_ends_when_it_is_cancelled()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var answers = Enumerable.Range(1, 100).SelectMany(i => new object[] { Pod($"{i}"), HttpStatusCode.Conflict, Pod($"{i + 1}") });
        var transport = new RecordingTransport(answers);
        stop.CancelAfter(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Pods(transport).UpdateAsync("p", "ns", Label, null, stop.Token));
    }

    private static ResourceClient<V1Pod> Pods(RecordingTransport transport) => new(transport, BuiltInResources.Pods);

    private static string Pod(string version) =>
        "{\"metadata\":{\"name\":\"p\",\"namespace\":\"ns\",\"resourceVersion\":\"" + version + "\"}}";

    private static void Label(V1Pod pod) => pod.Metadata.Labels = new Dictionary<string, string> { ["a"] = "b" };
}
