using System.Net;
using k8s.Models;

namespace Kube.Core.Tests.Clients;

public sealed class ResourceClientScaleTests
{
    private const string Scale = """{"metadata":{"name":"p","namespace":"ns","resourceVersion":"7"},"spec":{"replicas":2},"status":{"replicas":1}}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Scale_sends_the_number_alone()
    {
        var transport = new RecordingTransport(Scale);

        var scale = await Client(transport).ScaleAsync("p", "ns", 3, cancellationToken: Token);

        Assert.Equal("PATCH /api/v1/namespaces/ns/pods/p/scale", $"{transport.Request.Method} {transport.Request.Target}");
        Assert.Equal("""{"spec":{"replicas":3}}""", RecordingTransport.BodyOf(transport.Request));
        Assert.Equal(1, scale.Status.Replicas);
    }

    [Fact]
    public async Task Update_writes_the_version_that_it_read_and_begins_again_after_a_conflict()
    {
        var transport = new RecordingTransport(Scale, HttpStatusCode.Conflict, Scale, Scale);

        await Client(transport).UpdateScaleAsync("p", "ns", scale => scale.Spec.Replicas++, null, Token);

        Assert.Equal(["GET", "PUT", "GET", "PUT"], transport.Requests.Select(request => request.Method.Method));
        Assert.Contains("\"resourceVersion\":\"7\"", RecordingTransport.BodyOf(transport.Requests[1]), StringComparison.Ordinal);
        Assert.Contains("\"replicas\":3", RecordingTransport.BodyOf(transport.Requests[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Update_that_changes_nothing_writes_nothing()
    {
        var transport = new RecordingTransport(Scale);
        await Client(transport).UpdateScaleAsync("p", "ns", _ => { }, null, Token);
        Assert.Equal(HttpMethod.Get, transport.Request.Method);
    }

    [Fact]
    public async Task Replacement_names_kind_and_object_and_leaves_the_callers_scale_alone()
    {
        var transport = new RecordingTransport(Scale);
        var scale = new V1Scale { Spec = new() { Replicas = 3 } };

        await Client(transport).ReplaceScaleAsync("p", "ns", scale, new() { DryRun = true }, Token);

        Assert.Equal("PUT /api/v1/namespaces/ns/pods/p/scale?dryRun=All", $"{transport.Request.Method} {transport.Request.Target}");
        Assert.Equal(
            """{"apiVersion":"autoscaling/v1","kind":"Scale","metadata":{"name":"p","namespace":"ns"},"spec":{"replicas":3}}""",
            RecordingTransport.BodyOf(transport.Request));
        Assert.Null(scale.Metadata);
    }

    private static ResourceClient<V1Pod> Client(RecordingTransport transport) => new(transport, BuiltInResources.Pods);
}
