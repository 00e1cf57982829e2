using System.Text.Json;

namespace Kube.Runtime.Client.Decoding;

/// <summary>Tells data that do not fit their type from faults of the program.</summary>
internal static class BadData
{
    /// <summary>Whether a decoder threw because of the data. The converters of quantities and of int-or-string throw more than JsonException.</summary>
    public static bool Is(Exception e) =>
        e is (JsonException or FormatException or ArgumentException or OverflowException or InvalidOperationException or NotSupportedException)
        and not ObjectDisposedException;

    /// <summary>The problem with its JSON path, if it is known.</summary>
    public static string Describe(Exception e) => e.Message.ReplaceLineEndings(" ");
}
