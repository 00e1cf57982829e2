namespace Kube.Testing.Tests.Kubectl;

/// <summary>One command line of a session.</summary>
/// <param name="Line">What follows <c>kubectl</c>; words in single quotes may hold spaces.</param>
internal sealed record Step(string Line)
{
    /// <summary>The words, as a shell would split them.</summary>
    public IEnumerable<string> Words
    {
        get
        {
            var parts = Line.Split('\'');
            return parts.SelectMany((part, i) => i % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
    }
}
