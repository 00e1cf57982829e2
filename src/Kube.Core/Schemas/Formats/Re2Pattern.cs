using System.Text.RegularExpressions;

namespace Kube;

/// <summary>
/// A pattern with the meaning of Go's RE2, run by .NET in linear time, as there. What .NET cannot say that way is not judged. It is compiled
/// when it is first used: most patterns of a large schema never are.
/// </summary>
internal sealed class Re2Pattern(string pattern)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);
    private readonly Lazy<Regex?> _regex = new(() => Compile(pattern));

    /// <summary>Whether some part of a text matches; null when the pattern cannot be judged.</summary>
    public bool? IsMatch(string text)
    {
        try
        {
            return _regex.Value?.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    /// <summary>The pattern as it was written.</summary>
    public override string ToString() => pattern;

    private static Regex? Compile(string pattern)
    {
        try
        {
            return Re2Translation.Translate(pattern) is { } translated
                ? new Regex(translated, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, s_patience)
                : null;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
