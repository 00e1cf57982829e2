using System.Text;

namespace Kube.Runtime.Events;

/// <summary>Fits texts into the server's limits.</summary>
internal static class EventNote
{
    /// <summary>Longest note that the server takes, in bytes.</summary>
    public const int MaxBytes = 1024;

    /// <summary>The text, cut at a character so that it has no more than that many bytes of UTF-8.</summary>
    public static string Cut(string text, int maxBytes = MaxBytes)
    {
        if (Encoding.UTF8.GetByteCount(text) <= maxBytes)
        {
            return text;
        }

        const string Ellipsis = "…";
        var room = maxBytes - Encoding.UTF8.GetByteCount(Ellipsis);
        var kept = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (room < rune.Utf8SequenceLength)
            {
                break;
            }

            room -= rune.Utf8SequenceLength;
            kept += rune.Utf16SequenceLength;
        }

        return text[..kept] + Ellipsis;
    }
}
