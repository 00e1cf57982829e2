using System.Text;

namespace Kube;

/// <summary>
/// Remembers values made of short ASCII texts, so that the thousandth <c>NoSchedule</c> or <c>500m</c> of a list costs no memory. A new value
/// takes the place of the one that shares its slot: the cache never grows, and a race costs no more than a value made twice.
/// </summary>
/// <typeparam name="T">An immutable value.</typeparam>
internal sealed class TextCache<T>(int slots)
    where T : class
{
    /// <summary>Longer texts are rarely alike.</summary>
    public const int LongestText = 64;

    private readonly Entry?[] _entries = new Entry?[slots];

    /// <summary>The value of a text; null when it is not remembered.</summary>
    public T? Find(ReadOnlySpan<byte> utf8)
    {
        var entry = _entries[SlotOf(utf8)];
        return entry is not null && Ascii.Equals(utf8, entry.Text) ? entry.Value : null;
    }

    /// <summary>Remembers a value.</summary>
    public void Add(ReadOnlySpan<byte> utf8, string text, T value)
    {
        if (Ascii.IsValid(utf8))
        {
            _entries[SlotOf(utf8)] = new(text, value);
        }
    }

    private int SlotOf(ReadOnlySpan<byte> utf8)
    {
        var hash = new HashCode();
        hash.AddBytes(utf8);
        return (int)((uint)hash.ToHashCode() % (uint)_entries.Length);
    }

    private sealed record Entry(string Text, T Value);
}
