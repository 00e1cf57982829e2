namespace Kube.Generators.Schema.KubernetesFacts;

/// <summary>
/// The names of properties that the facts were read of, three characters each: so many types have so many properties that their names would
/// double the table. Two names in some 260,000 look the same; a new property that is taken for a known one is not told of, and nothing else.
/// </summary>
internal static class SeenNames
{
    private const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private const int Length = 3;

    /// <summary>The characters of a name: its 32-bit FNV-1a hash, folded to 18 bits.</summary>
    public static string Of(string name)
    {
        var hash = 2166136261u;
        foreach (var c in name)
        {
            hash = unchecked((hash ^ c) * 16777619u);
        }

        hash = (hash >> 18) ^ (hash & 0x3ffff);
        return new([Digits[(int)(hash >> 12) & 63], Digits[(int)(hash >> 6) & 63], Digits[(int)hash & 63]]);
    }

    /// <summary>Whether a name is among those of a table entry.</summary>
    public static bool Contain(string seen, string name)
    {
        var digits = Of(name);
        for (var i = 0; i < seen.Length; i += Length)
        {
            if (string.CompareOrdinal(seen, i, digits, 0, Length) == 0)
            {
                return true;
            }
        }

        return false;
    }
}
