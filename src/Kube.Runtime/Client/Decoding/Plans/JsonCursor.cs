using System.Text.Json;

namespace Kube.Runtime.Client.Decoding.Plans;

/// <summary>A JSON reader together with the text that it reads, all in one piece.</summary>
internal ref struct JsonCursor(ReadOnlySpan<byte> utf8, bool isAll, JsonReaderState state, bool omitsManagedFields = false)
{
    /// <summary>What is read.</summary>
    public readonly ReadOnlySpan<byte> Text = utf8;

    /// <summary>Whether <c>metadata.managedFields</c> are passed over.</summary>
    public readonly bool OmitsManagedFields = omitsManagedFields;

    /// <summary>Where reading stands.</summary>
    public Utf8JsonReader Json = new(utf8, isAll, state);
}
