using System.Text.RegularExpressions;

namespace Kube;

/// <summary>What keys and values of labels look like; the API server refuses others.</summary>
internal static partial class LabelSyntax
{
    private const string Name = "is at most 63 letters, digits, '-', '_' and '.', and begins and ends with a letter or digit";

    public static string Key(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0 && !(slash <= 253 && Prefix().IsMatch(key[..slash])))
        {
            throw new ArgumentException($"'{key}' is no label key: what stands before the slash is a DNS name in lower case.", nameof(key));
        }

        return Part().IsMatch(key[(slash + 1)..])
            ? key
            : throw new ArgumentException($"'{key}' is no label key: its name {Name}.", nameof(key));
    }

    public static string Value(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Length == 0 || Part().IsMatch(value)
            ? value
            : throw new ArgumentException($"'{value}' is no label value: it {Name}, or is empty.", nameof(value));
    }

    public static string Values(IEnumerable<string> values)
    {
        var text = string.Join(',', (values ?? throw new ArgumentNullException(nameof(values))).Select(Value));
        return values.Any() ? text : throw new ArgumentException("Name at least one value.", nameof(values));
    }

    [GeneratedRegex(@"^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?\z")]
    private static partial Regex Part();

    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\z")]
    private static partial Regex Prefix();
}
