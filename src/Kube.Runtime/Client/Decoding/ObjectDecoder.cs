using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Kube.Runtime.Client.Decoding.Plans;
using Kube.Runtime.Client.Http;

namespace Kube.Runtime.Client.Decoding;

/// <summary>Reads the objects of one kind, or says why one cannot be read.</summary>
internal readonly struct ObjectDecoder<T>(JsonTypeInfo<T> type, ApiRequest request)
    where T : class
{
    private readonly ValuePlan? _plan = PlanCatalog.Find(type);

    /// <summary>A cursor over a text that has the objects, in one piece.</summary>
    public JsonCursor Over(ReadOnlySpan<byte> utf8, bool isAll, JsonReaderState state) => new(utf8, isAll, state, request.OmitManagedFields);

    /// <summary>Reads the object that the reader stands at, in one pass.</summary>
    /// <returns>The object; null when it is not whole, or not of the ordinary: then the reader stands anywhere.</returns>
    public T? TryRead(ref JsonCursor cursor)
    {
        try
        {
            return _plan?.Read(ref cursor) is T item ? Representation.Named(item, request.Resource) : null;
        }
        catch (Exception e) when (BadData.Is(e))
        {
            return null; // The serializer finds the same, and says where.
        }
    }

    /// <summary>Reads an object that is there as a whole.</summary>
    /// <exception cref="JsonException">Not even JSON.</exception>
    public T? TryDecode(ReadOnlySpan<byte> utf8, out UndecodableObject? undecodable)
    {
        undecodable = null;
        return TryPlan(utf8) ?? TrySerializer(utf8, out undecodable);
    }

    /// <summary>Reads an object that is there as a whole, by the plan alone; null when the serializer must look at it.</summary>
    public T? TryPlan(ReadOnlySpan<byte> utf8)
    {
        var cursor = Over(utf8, isAll: true, UntypedReader.State);
        return cursor.Json.Read() && TryRead(ref cursor) is { } item && !cursor.Json.Read() ? item : null;
    }

    /// <summary>As <see cref="TryDecode"/>, without a plan.</summary>
    public T? TrySerializer(ReadOnlySpan<byte> utf8, out UndecodableObject? undecodable)
    {
        undecodable = null;
        try
        {
            return Representation.Named(JsonSerializer.Deserialize(utf8, type) ?? throw new JsonException("The object is null."), request.Resource);
        }
        catch (Exception e) when (BadData.Is(e))
        {
            undecodable = ObjectMetadata.Peek(utf8).Undecodable(BadData.Describe(e));
            return null;
        }
    }
}
