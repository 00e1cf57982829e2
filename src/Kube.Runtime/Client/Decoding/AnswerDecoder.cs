using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Kube.Runtime.Client.Http;

namespace Kube.Runtime.Client.Decoding;

/// <summary>Reads an answer that is one object: whole, since the fast way to read needs it in one piece and such answers are small.</summary>
internal static class AnswerDecoder
{
    private const int UsualSize = 16 * 1024;

    /// <exception cref="JsonException">It is no such object; the message says where.</exception>
    public static async Task<T> DecodeAsync<T>(Stream utf8, JsonTypeInfo<T> type, ApiRequest request, CancellationToken cancellationToken)
        where T : class
    {
        using var text = new PooledText(UsualSize);
        await text.FillAsync(utf8, cancellationToken).ConfigureAwait(false);
        return new ObjectDecoder<T>(type, request).TryPlan(text.Written)
            ?? Representation.Named(
                JsonSerializer.Deserialize(text.Written, type) ?? throw new JsonException("The answer is null."), request.Resource);
    }
}
