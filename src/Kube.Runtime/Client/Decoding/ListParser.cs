using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Kube.Runtime.Client.Decoding.Plans;

namespace Kube.Runtime.Client.Decoding;

/// <summary>Parses a list in pieces. A step takes a whole item or member, or nothing when its end is not there yet.</summary>
internal sealed class ListParser<T>(JsonTypeInfo<T> type, ApiRequest request)
    where T : class
{
    private readonly ObjectDecoder<T> _decoder = new(type, request);
    private readonly List<T> _items = [];
    private readonly List<UndecodableObject> _undecodable = [];
    private JsonReaderState _state = UntypedReader.State;
    private Place _place = Place.Start;
    private bool _hasItems;
    private string _version = "";
    private string _continue = "";
    private long? _remaining;

    private enum Place
    {
        Start,
        Members,
        Items,
        End,
    }

    /// <summary>Takes what is whole of a buffer; returns where the rest begins.</summary>
    public int Parse(ReadOnlySpan<byte> utf8, bool isAll)
    {
        var cursor = _decoder.Over(utf8, isAll, _state);
        var parsed = 0;
        while (_place != Place.End && Step(ref cursor))
        {
            _state = cursor.Json.CurrentState;
            parsed = (int)cursor.Json.BytesConsumed;
        }

        return _place == Place.End ? utf8.Length : parsed;
    }

    /// <exception cref="JsonException">It was no list.</exception>
    public ResourceList<T> Finish() => _place == Place.End && _hasItems
        ? new ResourceList<T>(_items, _version) { Continue = _continue, RemainingItemCount = _remaining, Undecodable = _undecodable }
        : throw new JsonException(_place == Place.End ? "It has no items." : "It ends too early.");

    private bool Step(ref JsonCursor cursor)
    {
        ref var reader = ref cursor.Json;
        if (!reader.Read())
        {
            return false;
        }

        switch (_place)
        {
            case Place.Start:
                _place = reader.TokenType == JsonTokenType.StartObject ? Place.Members : throw new JsonException("Not an object.");
                return true;
            case Place.Members when reader.TokenType == JsonTokenType.EndObject:
                _place = Place.End;
                return true;
            case Place.Items when reader.TokenType == JsonTokenType.EndArray:
                _place = Place.Members;
                return true;
            case Place.Items:
                return TakeItem(ref cursor);
            default:
                return TakeMember(ref cursor);
        }
    }

    private bool TakeMember(ref JsonCursor cursor)
    {
        ref var reader = ref cursor.Json;
        var isItems = reader.ValueTextEquals("items"u8);
        var isMetadata = reader.ValueTextEquals("metadata"u8);
        if (!reader.Read())
        {
            return false;
        }

        if (isItems && reader.TokenType == JsonTokenType.StartArray)
        {
            (_place, _hasItems) = (Place.Items, true);
            return true;
        }

        _hasItems |= isItems;
        var start = (int)reader.TokenStartIndex;
        if (!reader.TrySkip())
        {
            return false;
        }

        if (isMetadata)
        {
            TakeMetadata(cursor.Text[start..(int)reader.BytesConsumed]);
        }

        return true;
    }

    private bool TakeItem(ref JsonCursor cursor)
    {
        var before = cursor.Json;
        if (_decoder.TryRead(ref cursor) is { } item)
        {
            _items.Add(item);
            return true;
        }

        cursor.Json = before;
        var start = (int)before.TokenStartIndex;
        if (!cursor.Json.TrySkip())
        {
            return false;
        }

        if (_decoder.TrySerializer(cursor.Text[start..(int)cursor.Json.BytesConsumed], out var bad) is { } decoded)
        {
            _items.Add(decoded);
        }
        else
        {
            _undecodable.Add(bad!);
        }

        return true;
    }

    private void TakeMetadata(ReadOnlySpan<byte> utf8)
    {
        var reader = UntypedReader.Create(utf8);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isVersion = reader.ValueTextEquals("resourceVersion"u8);
            var isContinue = reader.ValueTextEquals("continue"u8);
            var isRemaining = reader.ValueTextEquals("remainingItemCount"u8);
            reader.Read();
            if (isVersion)
            {
                _version = reader.GetString() ?? "";
            }
            else if (isContinue)
            {
                _continue = reader.GetString() ?? "";
            }
            else if (isRemaining && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var remaining))
            {
                _remaining = remaining;
            }
            else
            {
                reader.Skip();
            }
        }
    }
}
