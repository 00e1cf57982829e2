using k8s.Models;

namespace Kube.Core.Tests.Clients;

public sealed class ResourceClientTests
{
    private static readonly V1Pod s_pod = new() { Metadata = new() { NamespaceProperty = "ns", Name = "p" } };

    private readonly RecordingTransport _transport = new();

    private ResourceClient<V1Pod> Pods => new(_transport, BuiltInResources.Pods);

    private ApiRequest Request => _transport.Request;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_reads_one_object()
    {
        await Pods.GetAsync("p", "ns", Token);

        Assert.Equal("GET /api/v1/namespaces/ns/pods/p", Line(Request));
        Assert.Equal(BuiltInResources.Pods.Definition, Request.Resource);
    }

    [Fact]
    public async Task List_without_a_namespace_reads_all_namespaces()
    {
        await Pods.ListAsync(null, new() { LabelSelector = "a=b" }, Token);

        Assert.Equal("GET /api/v1/pods?labelSelector=a%3Db", Line(Request));
    }

    [Fact]
    public async Task Watch_sends_nothing_before_it_is_read()
    {
        var watch = Pods.WatchAsync("ns", new() { ResourceVersion = "9" }, Token);
        Assert.Empty(_transport.Requests);

        await foreach (var _ in watch)
        {
        }

        Assert.Equal("GET /api/v1/namespaces/ns/pods?watch=true&allowWatchBookmarks=true&resourceVersion=9", Line(Request));
    }

    [Fact]
    public async Task Create_for_metadata_posts_the_same_and_wants_no_managed_fields_back()
    {
        await Pods.CreateAsync(s_pod, new() { FieldManager = "m" }, Token);
        await Pods.CreateForMetadataAsync(s_pod, new() { FieldManager = "m" }, Token);

        var (plain, lean) = (_transport.Requests[0], _transport.Requests[1]);
        Assert.Equal(Line(plain), Line(lean));
        Assert.Equal(plain.Body.ToArray(), lean.Body.ToArray());
        Assert.Equal((false, true), (plain.OmitManagedFields, lean.OmitManagedFields));
        await Assert.ThrowsAsync<ArgumentException>(() => Pods.CreateForMetadataAsync(new() { Metadata = new() { Name = "p" } }, null, Token));
    }

    [Fact]
    public async Task Create_posts_to_the_namespace_of_the_object_and_adds_its_kind()
    {
        await Pods.CreateAsync(s_pod, new() { FieldManager = "m" }, Token);

        Assert.Equal("POST /api/v1/namespaces/ns/pods?fieldManager=m", Line(Request));
        Assert.Equal("""{"metadata":{"name":"p","namespace":"ns"},"apiVersion":"v1","kind":"Pod"}""", RecordingTransport.BodyOf(Request));
        Assert.Null(s_pod.Kind);
    }

    [Fact]
    public async Task Create_without_a_namespace_is_refused_before_anything_is_sent()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Pods.CreateAsync(new() { Metadata = new() { Name = "p" } }, null, Token));

        Assert.Empty(_transport.Requests);
    }

    [Fact]
    public async Task Replace_puts_the_object_and_replace_status_its_subresource()
    {
        await Pods.ReplaceAsync(s_pod, null, Token);
        await Pods.ReplaceStatusAsync(s_pod, null, Token);

        Assert.Equal(["PUT /api/v1/namespaces/ns/pods/p", "PUT /api/v1/namespaces/ns/pods/p/status"], _transport.Requests.Select(Line));
    }

    [Fact]
    public async Task Patch_sends_the_media_type_of_the_patch()
    {
        await Pods.PatchStatusAsync("p", "ns", Patch.Merge(new() { ["status"] = null }), null, Token);

        Assert.Equal("PATCH /api/v1/namespaces/ns/pods/p/status", Line(Request));
        Assert.Equal("application/merge-patch+json", Request.ContentType);
        Assert.Equal("""{"status":null}""", RecordingTransport.BodyOf(Request));
    }

    [Fact]
    public async Task Apply_leaves_out_what_only_the_server_may_say()
    {
        var read = new V1Pod
        {
            Metadata = new()
            {
                NamespaceProperty = "ns",
                Name = "p",
                Uid = "u",
                ResourceVersion = "1",
                Generation = 2,
                CreationTimestamp = DateTime.UnixEpoch,
                ManagedFields = [new() { Manager = "m" }],
                Labels = new Dictionary<string, string> { ["a"] = "b" },
            },
        };

        await Pods.ApplyAsync(read, new() { FieldManager = "m", Force = true }, Token);

        Assert.Equal("PATCH /api/v1/namespaces/ns/pods/p?fieldManager=m&force=true", Line(Request));
        Assert.Equal("application/apply-patch+yaml", Request.ContentType);
        Assert.Equal(
            """{"metadata":{"labels":{"a":"b"},"name":"p","namespace":"ns"},"apiVersion":"v1","kind":"Pod"}""", RecordingTransport.BodyOf(Request));
    }

    [Fact]
    public async Task Apply_without_a_field_manager_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Pods.ApplyAsync(s_pod, new(), Token));

    [Fact]
    public async Task Delete_says_how_in_its_body()
    {
        await Pods.DeleteAsync("p", "ns", new() { Uid = "u", GracePeriodSeconds = 0, Propagation = PropagationPolicy.Foreground }, Token);

        Assert.Equal("DELETE /api/v1/namespaces/ns/pods/p", Line(Request));
        Assert.Equal(
            """{"apiVersion":"v1","gracePeriodSeconds":0,"kind":"DeleteOptions","preconditions":{"uid":"u"},"propagationPolicy":"Foreground"}""",
            RecordingTransport.BodyOf(Request));
    }

    private static string Line(ApiRequest request) => $"{request.Method} {request.Target}";
}
