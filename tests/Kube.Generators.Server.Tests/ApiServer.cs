using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Kube.Runtime.Client;

namespace Kube.Generators.Server.Tests;

/// <summary>An API server that judges definitions.</summary>
internal sealed class ApiServer : IDisposable
{
    private const string Definitions = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
    private readonly ApiTransport _transport;

    private ApiServer(ApiTransport transport) => _transport = transport;

    public static async Task<ApiServer> ConnectAsync(string kubeConfig) =>
        new(new(await ApiServerConnection.LoadAsync(new(kubeConfig))));

    /// <summary>Why the server refuses a definition; null when it takes it. Nothing is stored.</summary>
    public Task<string?> WhyRefusedAsync(string definition) => TryAsync(new(HttpMethod.Post, Definitions)
    {
        Query = "dryRun=All",
        Body = Encoding.UTF8.GetBytes(definition),
    });

    /// <summary>Creates a definition and waits until its objects can be created.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="yaml">The same as YAML, to be sent instead.</param>
    public async Task CreateDefinitionAsync(JsonObject definition, string? yaml = null)
    {
        var request = new ApiRequest(HttpMethod.Post, Definitions) { Body = Encoding.UTF8.GetBytes(yaml ?? definition.ToJsonString()) };
        var refusal = await TryAsync(yaml is null ? request : request with { ContentType = "application/yaml" });
        Assert.True(refusal is null, refusal);
        var spec = definition["spec"]!;
        var path = $"/apis/{spec["group"]}/{spec["versions"]![0]!["name"]}/{spec["names"]!["plural"]}";
        for (var i = 0; await TryAsync(new(HttpMethod.Get, path)) is { } reason; i++)
        {
            Assert.True(i < 100, reason);
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    /// <summary>Sends a request and reads the answer.</summary>
    public Task<T> SendAsync<T>(ApiRequest request, JsonTypeInfo<T> type)
        where T : class => _transport.SendAsync(request, type, TestContext.Current.CancellationToken);

    public Task DeleteDefinitionAsync(string name) => TryAsync(new(HttpMethod.Delete, $"{Definitions}/{name}"));

    /// <summary>Why a request is refused; null when it is not.</summary>
    public async Task<string?> TryAsync(ApiRequest request)
    {
        try
        {
            await _transport.SendAsync(request, TestContext.Current.CancellationToken);
            return null;
        }
        catch (ApiException e)
        {
            return e.Message;
        }
    }

    /// <summary>Sends a request and gives back the text of the answer.</summary>
    public async Task<string> SendAsync(ApiRequest request)
    {
        using var answer = await _transport.SendAsync(request, AnswerJson.Default.JsonDocument, TestContext.Current.CancellationToken);
        return answer.RootElement.GetRawText();
    }

    public void Dispose() => _transport.Dispose();
}

[JsonSerializable(typeof(JsonDocument))]
internal sealed partial class AnswerJson : JsonSerializerContext;
