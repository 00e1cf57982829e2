using System.Text.RegularExpressions;
using Architecture.Tests.Sources;

namespace Architecture.Tests;

/// <summary>Examples in the documentation stand, word for word, in a file that is compiled.</summary>
public sealed partial class ExampleTests
{
    [Fact]
    public void Examples_of_clients_are_compiled()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs/clients.md"));
        var compiled = Lines(File.ReadAllText(Path.Combine(Repository.Root, "tests/Kube.Runtime.Tests/Documentation/ClientSnippets.cs")));
        var examples = Example().Matches(page).Select(match => Lines(match.Groups[1].Value)).ToList();

        Assert.True(examples.Count >= 10, "The examples are gone, or written in another form.");
        Assert.All(examples, example => Assert.Contains(example, compiled, StringComparison.Ordinal));
    }

    [GeneratedRegex("```csharp\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Example();

    private static string Lines(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()));
}
