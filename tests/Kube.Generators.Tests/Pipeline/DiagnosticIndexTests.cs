using System.Text.RegularExpressions;
using Kube.Generators.Diagnostics;
using Kube.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Tests.Pipeline;

/// <summary>Every diagnostic has its entry, its page and a test, and nothing else has one.</summary>
public partial class DiagnosticIndexTests
{
    private const string Begin = "<!-- ids: written by the tests, UPDATE_GOLDEN=1 -->\n";
    private const string End = "<!-- /ids -->";
    private const string Folder = "docs/diagnostics";

    [Fact]
    public void EveryIdIsReleased()
    {
        var releases = File.ReadAllLines(Repository.File("generators/Kube.Generators/Diagnostics/AnalyzerReleases.Unshipped.md"));
        Assert.Equal(
            DescriptorTable.All.Select(d => $"{d.Id} | {d.Category} | {ReleasedAs(d)} | {d.Title}").Order(StringComparer.Ordinal),
            releases.Where(l => l.StartsWith("KCR", StringComparison.Ordinal)));
    }

    [Fact]
    public void EveryIdHasAPageAndEveryPageAnId()
    {
        Assert.Equal(
            DescriptorTable.All.Select(d => $"{d.Id}.md").Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Repository.File(Folder), "KCR*.md").Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(DescriptorTable.All, d =>
        {
            Assert.Equal($"{Folder}/{d.Id}.md", d.HelpLinkUri);
            Assert.StartsWith($"# {d.Id}: {d.Title}\n\n", PageOf(d), StringComparison.Ordinal);
            Assert.Contains($"\n\n**Message**: {d.MessageFormat}\n", PageOf(d), StringComparison.Ordinal);
        });
    }

    /// <summary>An id counts as tested when a test file names it.</summary>
    [Fact]
    public void EveryIdIsTested()
    {
        var tests = Directory.EnumerateFiles(Repository.File("tests/Kube.Generators.Tests"), "*.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText).ToList();
        Assert.All(DescriptorTable.All, d => Assert.Contains(tests, t => t.Contains($"\"{d.Id}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void TheIndexListsEveryId()
    {
        var path = Repository.File($"{Folder}/README.md");
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var (start, end) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        var expected = text[..start] + Index() + text[end..];
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, expected);
            return;
        }

        Assert.True(expected == text, $"{Folder}/README.md does not list every id as it is; UPDATE_GOLDEN=1 writes the list.");
    }

    [Fact]
    public void TheIndexNamesNoOtherId()
    {
        var known = DescriptorTable.All.Select(d => d.Id).ToHashSet();
        Assert.All(Directory.EnumerateFiles(Repository.File(Folder), "*.md"), file =>
            Assert.All(Link().Matches(File.ReadAllText(file)), link =>
            {
                Assert.Equal(link.Groups["text"].Value, link.Groups["page"].Value);
                Assert.Contains(link.Groups["page"].Value, known);
            }));
    }

    private static string Index() =>
        "| Id | Severity | Title | What it is about | Mended |\n|---|---|---|---|---|\n"
        + string.Concat(DescriptorTable.All.OrderBy(d => d.Id, StringComparer.Ordinal).Select(d =>
            $"| [{d.Id}]({d.Id}.md) | {SeverityOf(d)} | {d.Title} | {FirstSentence(d)} | {(IsMended(d) ? "yes" : "")} |\n"));

    private static string ReleasedAs(DiagnosticDescriptor descriptor) =>
        descriptor.IsEnabledByDefault ? descriptor.DefaultSeverity.ToString() : "Disabled";

    private static string SeverityOf(DiagnosticDescriptor descriptor) =>
        !descriptor.IsEnabledByDefault ? "off"
        : descriptor.DefaultSeverity == DiagnosticSeverity.Info ? "note"
        : descriptor.DefaultSeverity.ToString().ToLowerInvariant();

    private static string FirstSentence(DiagnosticDescriptor descriptor) =>
        Sentence().Match(PageOf(descriptor).Split("\n\n")[1].Replace('\n', ' ')).Value.Replace("|", "\\|", StringComparison.Ordinal);

    private static bool IsMended(DiagnosticDescriptor descriptor) => PageOf(descriptor).Contains("\n**Code fix**: ", StringComparison.Ordinal);

    private static string PageOf(DiagnosticDescriptor descriptor) =>
        File.ReadAllText(Repository.File($"{Folder}/{descriptor.Id}.md")).ReplaceLineEndings("\n");

    [GeneratedRegex(@"^.*?[.](?=\s+[A-Z`]|$)|^.*$")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\[(?<text>KCR[0-9]+)\]\((?<page>KCR[0-9]+)\.md\)")]
    private static partial Regex Link();
}
