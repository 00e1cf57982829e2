using System.Text.RegularExpressions;
using Architecture.Tests.Sources;

namespace Architecture.Tests;

/// <summary>What docs/runtime.md promises is a test of that name.</summary>
public sealed partial class RuntimeLawsTests
{
    [Fact]
    public void Every_guarantee_of_the_runtime_names_a_test_that_exists()
    {
        var tests = Repository.SourcesOf("tests").ToLookup(file => Path.GetFileNameWithoutExtension(file.Path), file => file.Text);
        var rows = File.ReadAllText(Path.Combine(Repository.Root, "docs/runtime.md")).Split('\n')
            .Select((text, index) => (Law: Law().Match(text), Text: text, Line: index + 1))
            .Where(row => row.Text.StartsWith("| ", StringComparison.Ordinal) && !row.Text.StartsWith("| Guarantee", StringComparison.Ordinal))
            .ToList();

        Assert.True(rows.Count >= 20, "The table is gone, or written in another form.");
        Violation.AssertNone(rows
            .Where(row => !row.Law.Success || !tests[row.Law.Groups["class"].Value].Any(text => text.Contains($" {row.Law.Groups["name"].Value}(", StringComparison.Ordinal)))
            .Select(row => new Violation("docs/runtime.md", row.Line, "no test has the name of the law in the last column")));
    }

    [GeneratedRegex(@"`(?<class>\w+)\.(?<name>\w+)` \|$")]
    private static partial Regex Law();
}
