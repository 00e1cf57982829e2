using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using k8s;
using Kube.Runtime.Client.Decoding.Plans;

namespace Kube.Runtime.Client.Decoding;

/// <summary>Reads the objects of one kind, or says why one cannot be read.</summary>
internal readonly struct ObjectDecoder<T>(JsonTypeInfo<T> type, ResourceDefinition? resource)
    where T : class
{
    private readonly ValuePlan? _plan = PlanCatalog.Find(type);

    /// <summary>Reads the object that the reader stands at, in one pass.</summary>
    /// <returns>The object; null when it is not whole, or not of the ordinary: then the reader stands anywhere.</returns>
    public T? TryRead(ref JsonCursor cursor)
    {
        try
        {
            return _plan?.Read(ref cursor) is T item ? Complete(item) : null;
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
        var cursor = new JsonCursor(utf8, isAll: true, UntypedReader.State);
        return cursor.Json.Read() && TryRead(ref cursor) is { } item && !cursor.Json.Read() ? item : TrySerializer(utf8, out undecodable);
    }

    /// <summary>As <see cref="TryDecode"/>, without a plan.</summary>
    public T? TrySerializer(ReadOnlySpan<byte> utf8, out UndecodableObject? undecodable)
    {
        undecodable = null;
        try
        {
            return Complete(JsonSerializer.Deserialize(utf8, type) ?? throw new JsonException("The object is null."));
        }
        catch (Exception e) when (BadData.Is(e))
        {
            undecodable = ObjectMetadata.Peek(utf8).Undecodable(BadData.Describe(e));
            return null;
        }
    }

    // Items of lists of built-in kinds carry no apiVersion and kind; owner references and events made from them need both.
    private T Complete(T item)
    {
        if (item is IKubernetesObject named && resource is not null)
        {
            named.ApiVersion ??= resource.ApiVersion;
            named.Kind ??= resource.Kind;
        }

        return item;
    }
}
