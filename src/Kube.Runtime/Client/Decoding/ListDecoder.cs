using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Kube.Runtime.Client.Decoding;

/// <summary>Reads a list item by item, so that one bad object spoils no other.</summary>
internal static class ListDecoder
{
    /// <exception cref="ApiException">The answer is no list at all.</exception>
    public static ResourceList<T> Decode<T>(ReadOnlySpan<byte> utf8, JsonTypeInfo<T> type, ApiRequest request)
        where T : class
    {
        try
        {
            return Read(utf8, type, request.Resource);
        }
        catch (Exception e) when (BadData.Is(e))
        {
            throw new ApiException(
                HttpStatusCode.OK, ApiFailureReasons.Unreadable, $"{request.Method} {request.Path}: the answer is not a list: {BadData.Describe(e)}", e);
        }
    }

    private static ResourceList<T> Read<T>(ReadOnlySpan<byte> utf8, JsonTypeInfo<T> type, ResourceDefinition? resource)
        where T : class
    {
        var items = new List<T>();
        var undecodable = new List<UndecodableObject>();
        var (version, next) = ("", "");
        var hasItems = false;
        var reader = UntypedReader.Create(utf8);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("Not an object.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("metadata"u8))
            {
                (version, next) = ReadMetadata(ref reader);
            }
            else if (reader.ValueTextEquals("items"u8))
            {
                hasItems = true;
                ReadItems(ref reader, utf8, type, resource, items, undecodable);
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        return hasItems
            ? new ResourceList<T>(items, version) { Continue = next, Undecodable = undecodable }
            : throw new JsonException("It has no items.");
    }

    private static void ReadItems<T>(
        ref Utf8JsonReader reader,
        ReadOnlySpan<byte> utf8,
        JsonTypeInfo<T> type,
        ResourceDefinition? resource,
        List<T> items,
        List<UndecodableObject> undecodable)
        where T : class
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            var item = ObjectDecoder.TryDecode(utf8[start..(int)reader.BytesConsumed], type, resource, out var bad);
            if (item is not null)
            {
                items.Add(item);
            }
            else
            {
                undecodable.Add(bad!);
            }
        }
    }

    private static (string ResourceVersion, string Continue) ReadMetadata(ref Utf8JsonReader reader)
    {
        var (version, next) = ("", "");
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isVersion = reader.ValueTextEquals("resourceVersion"u8);
            var isContinue = reader.ValueTextEquals("continue"u8);
            reader.Read();
            if (isVersion)
            {
                version = reader.GetString() ?? "";
            }
            else if (isContinue)
            {
                next = reader.GetString() ?? "";
            }
            else
            {
                reader.Skip();
            }
        }

        return (version, next);
    }
}
