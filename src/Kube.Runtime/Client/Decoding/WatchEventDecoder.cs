using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using k8s;
using k8s.Models;
using Kube.Runtime.Client.Http;

namespace Kube.Runtime.Client.Decoding;

/// <summary>Reads one line of a watch.</summary>
internal static class WatchEventDecoder
{
    /// <exception cref="ApiException">An error event, or a line that is no event.</exception>
    public static WatchEvent<T> Decode<T>(ReadOnlySpan<byte> line, JsonTypeInfo<T> type, ApiRequest request)
        where T : class
    {
        try
        {
            var (name, start, length) = Split(line);
            return Read(name, line.Slice(start, length), type, request);
        }
        catch (Exception e) when (BadData.Is(e))
        {
            throw new ApiException(
                HttpStatusCode.OK, ApiFailureReasons.Unreadable, $"Watch of {request.Path}: a line is no event: {BadData.Describe(e)}", e);
        }
    }

    private static (string Type, int Start, int Length) Split(ReadOnlySpan<byte> line)
    {
        var reader = UntypedReader.Create(line);
        reader.Read();
        var (type, start, length) = ("", -1, 0);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
            {
                reader.Read();
                type = NameOf(ref reader);
            }
            else if (reader.ValueTextEquals("object"u8))
            {
                reader.Read();
                start = (int)reader.TokenStartIndex;
                reader.Skip();
                length = (int)reader.BytesConsumed - start;
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        return start >= 0 ? (type, start, length) : throw new JsonException("It has no object.");
    }

    // The five names are constants: no string is made for each event.
    private static string NameOf(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("MODIFIED"u8) ? "MODIFIED"
        : reader.ValueTextEquals("ADDED"u8) ? "ADDED"
        : reader.ValueTextEquals("DELETED"u8) ? "DELETED"
        : reader.ValueTextEquals("BOOKMARK"u8) ? "BOOKMARK"
        : reader.GetString() ?? "";

    private static WatchEvent<T> Read<T>(string name, ReadOnlySpan<byte> item, JsonTypeInfo<T> type, ApiRequest request)
        where T : class
    {
        switch (name)
        {
            case "ADDED":
                return Change(WatchEventType.Added, item, type, request);
            case "MODIFIED":
                return Change(WatchEventType.Modified, item, type, request);
            case "DELETED":
                return Change(WatchEventType.Deleted, item, type, request);
            case "BOOKMARK":
                var mark = ObjectMetadata.Peek(item);
                return new(WatchEventType.Bookmark, mark.ResourceVersion, null) { IsInitialEventsEnd = mark.IsInitialEventsEnd };
            case "ERROR":
                throw Error(item, request);
            default:
                throw new JsonException($"Its type is '{name}'.");
        }
    }

    private static WatchEvent<T> Change<T>(WatchEventType change, ReadOnlySpan<byte> item, JsonTypeInfo<T> type, ApiRequest request)
        where T : class
    {
        var resource = new ObjectDecoder<T>(type, request).TryDecode(item, out var undecodable);
        var version = resource is IKubernetesObject<V1ObjectMeta> { Metadata.ResourceVersion: { } known }
            ? known
            : undecodable?.ResourceVersion ?? ObjectMetadata.Peek(item).ResourceVersion;
        return new(change, version, resource) { Undecodable = undecodable };
    }

    private static ApiException Error(ReadOnlySpan<byte> item, ApiRequest request)
    {
        var status = JsonSerializer.Deserialize(item, KubeJson.TypeInfo<V1Status>(KubeJsonContext.Default));
        var code = (HttpStatusCode)(status?.Code ?? 0);
        return RequestFailures.Of(code, status, $"Watch of {request.Path}: {status?.Code} {status?.Message}", null);
    }
}
