using System.Globalization;

namespace Ray.Api;

/// <summary>A version of Ray. Suffixes such as <c>rc1</c> or <c>.dev0</c> do not count: <c>2.53.0rc1</c> equals 2.53.0.</summary>
/// <param name="Major">First number.</param>
/// <param name="Minor">Second number.</param>
/// <param name="Patch">Third number; 0 when absent.</param>
public readonly record struct RayVersion(int Major, int Minor, int Patch = 0) : IComparable<RayVersion>
{
    /// <summary>Reads <c>spec.rayVersion</c>: an optional <c>v</c>, two or three numbers, and any suffix.</summary>
    /// <param name="text">The text, such as <c>2.53.0</c>; null and names such as <c>nightly</c> are no versions.</param>
    /// <returns>The version, or null.</returns>
    public static RayVersion? TryParse(string? text)
    {
        var rest = (text ?? "").AsSpan().Trim();
        if (rest is ['v', ..])
        {
            rest = rest[1..];
        }

        if (!TakeNumber(ref rest, out var major) || !TakeDot(ref rest) || !TakeNumber(ref rest, out var minor))
        {
            return null;
        }

        var patch = 0;
        _ = TakeDot(ref rest) && TakeNumber(ref rest, out patch);
        return new(major, minor, patch);
    }

    /// <summary>Orders by major, minor, then patch.</summary>
    public int CompareTo(RayVersion other) => (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));

    /// <summary>Compares by major, minor, then patch.</summary>
    public static bool operator <(RayVersion left, RayVersion right) => left.CompareTo(right) < 0;

    /// <summary>Compares by major, minor, then patch.</summary>
    public static bool operator >(RayVersion left, RayVersion right) => left.CompareTo(right) > 0;

    /// <summary>Compares by major, minor, then patch.</summary>
    public static bool operator <=(RayVersion left, RayVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Compares by major, minor, then patch.</summary>
    public static bool operator >=(RayVersion left, RayVersion right) => left.CompareTo(right) >= 0;

    /// <summary>The three numbers with dots.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}");

    private static bool TakeNumber(ref ReadOnlySpan<char> text, out int number)
    {
        var length = text.IndexOfAnyExceptInRange('0', '9');
        var digits = length < 0 ? text : text[..length];
        text = text[digits.Length..];
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private static bool TakeDot(ref ReadOnlySpan<char> text)
    {
        if (text is not ['.', ..])
        {
            return false;
        }

        text = text[1..];
        return true;
    }
}
