using System.Text.Json;

namespace Kube.Runtime.Client.Decoding;

/// <summary>The few metadata that every object has, read without its type.</summary>
internal readonly record struct ObjectMetadata(string Namespace, string Name, string Uid, string ResourceVersion)
{
    /// <summary>The owner that controls the object; null when none does.</summary>
    public OwnerIdentity? Controller { get; init; }

    /// <summary>Whether the annotation is there that ends the initial events of a streamed list.</summary>
    public bool IsInitialEventsEnd { get; init; }

    /// <summary>Reads the <c>metadata</c> of an object; members that are absent or no strings are empty.</summary>
    /// <exception cref="JsonException">Not JSON.</exception>
    public static ObjectMetadata Peek(ReadOnlySpan<byte> utf8)
    {
        var reader = UntypedReader.Create(utf8);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return Empty;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("metadata"u8))
            {
                reader.Read();
                return reader.TokenType == JsonTokenType.StartObject ? Read(ref reader) : Empty;
            }

            reader.Read();
            reader.Skip();
        }

        return Empty;
    }

    /// <summary>How an object is named that its type cannot represent.</summary>
    public UndecodableObject Undecodable(string problem) =>
        new(new(Namespace, Name), Uid, ResourceVersion, problem) { Controller = Controller };

    private static ObjectMetadata Empty => new("", "", "", "");

    private static ObjectMetadata Read(ref Utf8JsonReader reader)
    {
        var found = Empty;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("namespace"u8))
            {
                found = found with { Namespace = UntypedReader.Text(ref reader) };
            }
            else if (reader.ValueTextEquals("name"u8))
            {
                found = found with { Name = UntypedReader.Text(ref reader) };
            }
            else if (reader.ValueTextEquals("uid"u8))
            {
                found = found with { Uid = UntypedReader.Text(ref reader) };
            }
            else if (reader.ValueTextEquals("resourceVersion"u8))
            {
                found = found with { ResourceVersion = UntypedReader.Text(ref reader) };
            }
            else if (reader.ValueTextEquals("ownerReferences"u8))
            {
                found = found with { Controller = ControllerReader.Read(ref reader) };
            }
            else if (reader.ValueTextEquals("annotations"u8))
            {
                found = found with { IsInitialEventsEnd = HasInitialEventsEnd(ref reader) };
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        return found;
    }

    private static bool HasInitialEventsEnd(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return false;
        }

        var found = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            found |= reader.ValueTextEquals("k8s.io/initial-events-end"u8);
            reader.Read();
            reader.Skip();
        }

        return found;
    }
}
