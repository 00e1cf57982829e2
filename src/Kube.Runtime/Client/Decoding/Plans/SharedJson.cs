using System.Text.Json;

namespace Kube.Runtime.Client.Decoding.Plans;

/// <summary>
/// Parses JSON of any shape so that equal values are one object: the <c>managedFields</c> of objects that the same managers wrote are alike, and
/// take five times their text when parsed. As with <see cref="SharedTexts"/>, a new value takes the slot of another.
/// </summary>
internal static class SharedJson
{
    private const int Slots = 512;
    private const int LongestText = 2048;

    // The levels of an object above any such value; with them it must not be deeper than what the serializer can write again.
    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = 48 };
    private static readonly Entry?[] s_entries = new Entry?[Slots];

    /// <summary>The value of a text, as a <see cref="JsonElement"/>.</summary>
    /// <exception cref="JsonException">Not JSON, or nested too deep.</exception>
    public static object Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LongestText)
        {
            return JsonElement.Parse(utf8, s_options);
        }

        var hash = new HashCode();
        hash.AddBytes(utf8);
        ref var slot = ref s_entries[(uint)hash.ToHashCode() % Slots];
        var known = slot;
        if (known is not null && utf8.SequenceEqual(known.Text))
        {
            return known.Value;
        }

        var made = new Entry(utf8.ToArray(), JsonElement.Parse(utf8, s_options));
        slot = made;
        return made.Value;
    }

    private sealed record Entry(byte[] Text, object Value);
}
