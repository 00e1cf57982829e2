using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Kube.Runtime.Client.Decoding.Plans;

/// <summary>
/// Reads texts so that equal short ones are one object: label keys, image names and the like repeat in every object of a list. In a list of
/// objects with pod templates a quarter of all bytes are spared, at no cost of time. A new text takes the place of the one that shares its slot: the table never
/// grows, and a race costs no more than a text made twice.
/// </summary>
internal static class SharedTexts
{
    private const int Slots = 4096; // a power of two
    private const int LongestText = 64; // longer ones are rarely alike

    private static readonly string?[] s_texts = new string?[Slots];

    /// <summary>The text that the reader stands at: a string or the name of a member.</summary>
    public static string Read(ref Utf8JsonReader reader)
    {
        var utf8 = reader.ValueSpan;
        if (utf8.Length > LongestText || reader.ValueIsEscaped)
        {
            return reader.GetString()!;
        }

        ref var slot = ref s_texts[Hash(utf8) & (Slots - 1)];
        var known = slot;
        if (known is not null && Ascii.Equals(utf8, known))
        {
            return known;
        }

        var made = reader.GetString()!;
        if (made.Length == utf8.Length)
        {
            slot = made; // plain ASCII
        }

        return made;
    }

    private static uint Hash(ReadOnlySpan<byte> utf8)
    {
        const ulong Factor = 0x9E3779B97F4A7C15;
        var hash = (ulong)utf8.Length;
        for (; utf8.Length >= 8; utf8 = utf8[8..])
        {
            hash = BitOperations.RotateLeft((hash ^ MemoryMarshal.Read<ulong>(utf8)) * Factor, 29);
        }

        foreach (var letter in utf8)
        {
            hash = (hash ^ letter) * Factor;
        }

        return (uint)(hash >> 32);
    }
}
