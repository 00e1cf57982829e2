using System.Text;
using System.Text.Json;

namespace Kube.Runtime.Client.Decoding;

/// <summary>Ways to read JSON of which the type is not known.</summary>
internal static class UntypedReader
{
    // Kubernetes' own limit. With the default of 64, a deep object would spoil the whole list instead of itself alone.
    private static readonly JsonReaderOptions s_options = new() { MaxDepth = 10_000 };

    /// <summary>The state of a reader that will read in pieces, before the first.</summary>
    public static JsonReaderState State => new(s_options);

    /// <summary>A reader at the start of the text.</summary>
    public static Utf8JsonReader Create(ReadOnlySpan<byte> utf8) => new(utf8, s_options);

    /// <summary>The next value if it is a string; else it is skipped and empty text returned.</summary>
    public static string Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return "";
        }

        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(reader.ValueSpan); // half a surrogate pair, or no UTF-8: better a strange text than none
        }
    }
}
