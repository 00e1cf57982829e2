using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Kube.Runtime.Client.Decoding;

/// <summary>Parses a list in pieces. A step takes a whole item or member, or nothing when its end is not there yet.</summary>
internal sealed class ListParser<T>(JsonTypeInfo<T> type, ResourceDefinition? resource)
    where T : class
{
    private readonly List<T> _items = [];
    private readonly List<UndecodableObject> _undecodable = [];
    private JsonReaderState _state = UntypedReader.State;
    private Place _place = Place.Start;
    private bool _hasItems;
    private string _version = "";
    private string _continue = "";

    private enum Place
    {
        Start,
        Members,
        Items,
        End,
    }

    /// <summary>Takes what is whole of a buffer; returns where the rest begins.</summary>
    public SequencePosition Parse(ReadOnlySequence<byte> utf8, bool isAll)
    {
        var reader = new Utf8JsonReader(utf8, isAll, _state);
        var parsed = utf8.Start;
        while (_place != Place.End && Step(ref reader, utf8))
        {
            _state = reader.CurrentState;
            parsed = reader.Position;
        }

        return _place == Place.End ? utf8.End : parsed;
    }

    /// <exception cref="JsonException">It was no list.</exception>
    public ResourceList<T> Finish() => _place == Place.End && _hasItems
        ? new ResourceList<T>(_items, _version) { Continue = _continue, Undecodable = _undecodable }
        : throw new JsonException(_place == Place.End ? "It has no items." : "It ends too early.");

    private bool Step(ref Utf8JsonReader reader, ReadOnlySequence<byte> utf8)
    {
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
                return TakeItem(ref reader, utf8);
            default:
                return TakeMember(ref reader, utf8);
        }
    }

    private bool TakeMember(ref Utf8JsonReader reader, ReadOnlySequence<byte> utf8)
    {
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
        var start = reader.TokenStartIndex;
        if (!reader.TrySkip())
        {
            return false;
        }

        if (isMetadata)
        {
            TakeMetadata(utf8.Slice(start, reader.BytesConsumed - start));
        }

        return true;
    }

    private bool TakeItem(ref Utf8JsonReader reader, ReadOnlySequence<byte> utf8)
    {
        var start = reader.TokenStartIndex;
        if (!reader.TrySkip())
        {
            return false;
        }

        var bytes = utf8.Slice(start, reader.BytesConsumed - start);
        if (bytes.IsSingleSegment)
        {
            Decode(bytes.FirstSpan);
            return true;
        }

        var copy = ArrayPool<byte>.Shared.Rent(checked((int)bytes.Length));
        try
        {
            bytes.CopyTo(copy);
            Decode(copy.AsSpan(0, (int)bytes.Length));
            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(copy);
        }
    }

    private void Decode(ReadOnlySpan<byte> item)
    {
        if (ObjectDecoder.TryDecode(item, type, resource, out var bad) is { } decoded)
        {
            _items.Add(decoded);
        }
        else
        {
            _undecodable.Add(bad!);
        }
    }

    private void TakeMetadata(ReadOnlySequence<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, isFinalBlock: true, UntypedReader.State);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isVersion = reader.ValueTextEquals("resourceVersion"u8);
            var isContinue = reader.ValueTextEquals("continue"u8);
            reader.Read();
            if (isVersion)
            {
                _version = reader.GetString() ?? "";
            }
            else if (isContinue)
            {
                _continue = reader.GetString() ?? "";
            }
            else
            {
                reader.Skip();
            }
        }
    }
}
