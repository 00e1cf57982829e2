using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kube.Testing.Tests.Conformance;

/// <summary>Requests to one server, written down with their answers. What differs from run to run is masked.</summary>
internal sealed partial class Conversation(HttpClient client, string ns, Masks masks)
{
    private readonly StringBuilder _text = new();
    private int _last;

    public string Text => _text.ToString();

    public string Namespace => ns;

    public HttpClient Client => client;

    /// <summary>Sends a request and notes the answer. <c>{ns}</c> in path and body is the namespace.</summary>
    public async Task<JsonNode?> SendAsync(string method, string path, string? body = null, string mediaType = "application/json", string? accept = null)
    {
        var (code, answer) = await AskAsync(method, path, body, mediaType, accept);
        _last = _text.Length;
        _text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{Masks.Apply($"{method} {Token().Replace(path, "$1")} {body}", ns)}\n{code}\n{masks.Apply(answer?.DeepClone(), ns)}\n\n");
        return answer;
    }

    public Task<JsonNode?> GetAsync(string path, string? accept = null) => SendAsync("GET", path, accept: accept);

    public Task<JsonNode?> PostAsync(string path, string body) => SendAsync("POST", path, body);

    public Task<JsonNode?> PutAsync(string path, string body) => SendAsync("PUT", path, body);

    public Task<JsonNode?> DeleteAsync(string path, string? body = null) => SendAsync("DELETE", path, body);

    public Task<JsonNode?> MergeAsync(string path, string body) => SendAsync("PATCH", path, body, "application/merge-patch+json");

    public Task<JsonNode?> StrategicAsync(string path, string body) => SendAsync("PATCH", path, body, "application/strategic-merge-patch+json");

    public Task<JsonNode?> JsonPatchAsync(string path, string body) => SendAsync("PATCH", path, body, "application/json-patch+json");

    public Task<JsonNode?> ApplyAsync(string path, string body) => SendAsync("PATCH", path, body, "application/apply-patch+yaml");

    /// <summary>Writes what differs from server to server, such as an object that was read before. Only the code is noted.</summary>
    public async Task PutUnnotedAsync(string path, string body) => Note($"PUT {path} {(await AskAsync("PUT", path, body, "application/json", null)).Code}");

    /// <summary>Asks without noting, until an answer is as wanted.</summary>
    public async Task<JsonNode?> UntilAsync(string path, Func<int, JsonNode?, bool> wanted)
    {
        for (var i = 0; ; i++)
        {
            var (code, answer) = await AskAsync("GET", path, null, "", null);
            if (wanted(code, answer))
            {
                return answer;
            }

            Assert.True(i < 400, $"{path} did not become what was wanted: {code} {answer}");
            await Task.Delay(50);
        }
    }

    /// <summary>Notes so many events of a watch.</summary>
    /// <param name="path">Where.</param>
    /// <param name="count">How many.</param>
    /// <param name="isSorted">Whether their order means nothing, as that of the first events does.</param>
    public async Task WatchAsync(string path, int count, bool isSorted = false)
    {
        var lines = new List<string>();
        using var response = await client.GetAsync(Fill(path), HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        Note($"WATCH {Token().Replace(path, "$1")} {(int)response.StatusCode}");
        for (var i = 0; i < count; i++)
        {
            var line = await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(20));
            lines.Add(line is null ? "(end)" : masks.Apply(JsonNode.Parse(line), ns));
        }

        (isSorted ? lines.Order(StringComparer.Ordinal) : lines.AsEnumerable()).ToList().ForEach(Note);
    }

    /// <summary>Takes back the note of the last exchange.</summary>
    public void Forget() => _text.Length = _last;

    public void Note(string line) => _text.Append(line).Append('\n');

    [GeneratedRegex("(continue=|resourceVersion=)[^&]*")]
    private static partial Regex Token();

    private string Fill(string text) => text.Replace("{ns}", ns, StringComparison.Ordinal).TrimStart('/');

    private async Task<(int Code, JsonNode? Answer)> AskAsync(string method, string path, string? body, string mediaType, string? accept)
    {
        using var request = new HttpRequestMessage(new(method), Fill(path));
        if (body is not null)
        {
            request.Content = new StringContent(body.Replace("{ns}", ns, StringComparison.Ordinal), Encoding.UTF8, new MediaTypeHeaderValue(mediaType));
        }

        request.Headers.TryAddWithoutValidation("User-Agent", "conformance/1");
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text) : JsonValue.Create(text));
    }
}
