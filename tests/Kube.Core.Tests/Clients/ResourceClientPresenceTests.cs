using System.Net;
using k8s.Models;

namespace Kube.Core.Tests.Clients;

public sealed class ResourceClientPresenceTests
{
    private const string Stored = """{"metadata":{"name":"p","namespace":"ns","resourceVersion":"7"}}""";
    private const string Newer = """{"metadata":{"name":"p","namespace":"ns","resourceVersion":"8"}}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_object_that_is_not_there_is_null() =>
        Assert.Null(await Pods(new(HttpStatusCode.NotFound)).FindAsync("p", "ns", Token));

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task Any_other_refusal_is_thrown(HttpStatusCode code) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<ApiException>(() => Pods(new(code)).FindAsync("p", "ns", Token))).Code);

    [Fact]
    public async Task A_missing_object_is_created_as_it_should_be()
    {
        var transport = new RecordingTransport(HttpStatusCode.NotFound, Stored);
        var initial = Initial();

        await Pods(transport).CreateOrUpdateAsync(initial, Label, new() { FieldManager = "m" }, Token);

        Assert.Equal(["GET /api/v1/namespaces/ns/pods/p", "POST /api/v1/namespaces/ns/pods?fieldManager=m"], Requests(transport));
        Assert.Contains("""
            "labels":{"a":"b"}
            """, RecordingTransport.BodyOf(transport.Requests[1]), StringComparison.Ordinal);
        Assert.Null(initial.Metadata.Labels);
    }

    [Fact]
    public async Task A_present_object_is_changed()
    {
        var transport = new RecordingTransport(Stored, Newer);

        var pod = await Pods(transport).CreateOrUpdateAsync(Initial(), Label, null, Token);

        Assert.Equal(["GET /api/v1/namespaces/ns/pods/p", "PATCH /api/v1/namespaces/ns/pods/p"], Requests(transport));
        Assert.Equal("8", pod.Metadata.ResourceVersion);
    }

    [Fact]
    public async Task A_present_object_that_is_right_is_left_alone()
    {
        var transport = new RecordingTransport(Stored);
        await Pods(transport).CreateOrUpdateAsync(Initial(), _ => { }, null, Token);
        Assert.Equal(HttpMethod.Get, transport.Request.Method);
    }

    [Fact]
    public async Task An_object_that_somebody_else_creates_or_deletes_meanwhile_is_looked_at_again()
    {
        var exists = new ApiException(HttpStatusCode.Conflict, "AlreadyExists", "exists");
        var transport = new RecordingTransport(HttpStatusCode.NotFound, exists, Stored, HttpStatusCode.NotFound, HttpStatusCode.NotFound, Newer);

        await Pods(transport).CreateOrUpdateAsync(Initial(), Label, null, Token);

        Assert.Equal(["GET", "POST", "GET", "PATCH", "GET", "POST"], transport.Requests.Select(request => request.Method.Method));
    }

    [Fact]
    public async Task A_missing_namespace_is_no_reason_to_try_again()
    {
        var transport = new RecordingTransport(HttpStatusCode.NotFound, HttpStatusCode.NotFound);
        var error = await Assert.ThrowsAsync<ApiException>(() => Pods(transport).CreateOrUpdateAsync(Initial(), Label, null, Token));
        Assert.True(error.IsNotFound);
    }

    private static ResourceClient<V1Pod> Pods(RecordingTransport transport) => new(transport, BuiltInResources.Pods);

    private static V1Pod Initial() => new() { Metadata = new() { Name = "p", NamespaceProperty = "ns" } };

    private static void Label(V1Pod pod) => pod.Metadata.Labels = new Dictionary<string, string> { ["a"] = "b" };

    private static IEnumerable<string> Requests(RecordingTransport transport) => transport.Requests.Select(request => $"{request.Method} {request.Target}");
}
