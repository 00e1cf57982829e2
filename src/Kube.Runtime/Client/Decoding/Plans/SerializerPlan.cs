using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Kube.Runtime.Client.Decoding.Plans;

/// <summary>Leaves the values of a type to the serializer.</summary>
internal sealed class SerializerPlan(JsonTypeInfo type) : ValuePlan
{
    public override bool HandlesNull => true;

    public override object? Read(ref JsonCursor cursor)
    {
        // The serializer takes whole values only.
        var ahead = cursor.Json;
        return ahead.TrySkip() ? JsonSerializer.Deserialize(ref cursor.Json, type) : Undone;
    }
}
