using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Kube.Core.Tests.Clients;

/// <summary>Keeps the requests and answers with what it was given: enough to judge the shape of requests, no API server.</summary>
internal sealed class RecordingTransport(params IEnumerable<object> answers) : IApiTransport
{
    private readonly Queue<object> _answers = new(answers);

    public List<ApiRequest> Requests { get; } = [];

    public ApiRequest Request => Assert.Single(Requests);

    public static string BodyOf(ApiRequest request) => Encoding.UTF8.GetString(request.Body.Span);

    public Task<T> SendAsync<T>(ApiRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class => Task.FromResult(JsonSerializer.Deserialize(Answer(request), type)!);

    public Task SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        Answer(request);
        return Task.CompletedTask;
    }

    public Task<ResourceList<T>> ListAsync<T>(ApiRequest request, JsonTypeInfo<T> itemType, CancellationToken cancellationToken)
        where T : class
    {
        Answer(request);
        return Task.FromResult(new ResourceList<T>([], "1"));
    }

    public async IAsyncEnumerable<WatchEvent<T>> WatchAsync<T>(
        ApiRequest request, JsonTypeInfo<T> type, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        Answer(request);
        await Task.CompletedTask;
        yield break;
    }

    // An answer is JSON text, or a refusal or its status code; when none is left, an empty object.
    private string Answer(ApiRequest request)
    {
        Requests.Add(request);
        return (_answers.TryDequeue(out var answer) ? answer : "{}") switch
        {
            ApiException refusal => throw refusal,
            HttpStatusCode code => throw new ApiException(code, "", "refused"),
            var json => (string)json,
        };
    }
}
