using System.Text.Json;
using Architecture.Tests.Rules;
using Architecture.Tests.Sources;

namespace Architecture.Tests;

public sealed class DocumentationTests
{
    private static readonly IReadOnlySet<string> s_targets = new HashSet<string> { "test" };

    [Fact]
    public void Links_and_make_targets_exist()
    {
        var targets = DocumentationRule.TargetsOf(File.ReadAllText(PathOf("Makefile")));
        var documents = Directory.EnumerateFiles(Repository.Root, "*.md").Select(file => Path.GetFileName(file))
            .Concat(new[] { "docs", "src", "samples", "benchmarks" }.SelectMany(folder => Repository.FilesOf(folder, "*.md"))).ToList();

        Assert.Contains("README.md", documents);
        Assert.Contains("src/Kube.Core/README.md", documents);
        Violation.AssertNone(documents.SelectMany(path => DocumentationRule.Check(path, Read(path), Exists, Read, targets)));
    }

    [Theory]
    [InlineData("docs/README.md")]
    [InlineData("docs/toc.yml")]
    public void The_tables_of_contents_name_every_page(string path)
    {
        var contents = Read(path);

        Assert.All(
            Repository.FilesOf("docs", "*.md").Where(page => page is not "docs/README.md" && !page.StartsWith("docs/diagnostics/KCR", StringComparison.Ordinal)),
            page => Assert.Contains(page["docs/".Length..], contents, StringComparison.Ordinal));
    }

    [Fact]
    public void The_readme_names_the_commands_of_a_first_visit()
    {
        var readme = File.ReadAllText(PathOf("README.md"));

        Assert.Contains("$ make demo\n", readme, StringComparison.Ordinal);
        Assert.Contains("$ make test\n", readme, StringComparison.Ordinal);
        Assert.Contains("make test", File.ReadAllText(PathOf(".ci/run")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_tutorial_shows_the_program_that_the_tests_run()
    {
        var blocks = DocumentationRule.FilesIn(File.ReadAllText(PathOf("docs/tutorial.md"))).ToList();

        Assert.Equal(
            Repository.FilesOf("samples/memcached-operator", "*.cs").Order(StringComparer.Ordinal),
            blocks.Select(block => block.Path).Order(StringComparer.Ordinal));
        Assert.All(blocks, block => Assert.Equal(File.ReadAllText(PathOf(block.Path)).ReplaceLineEndings("\n"), block.Text));
        Assert.InRange(blocks.Sum(block => block.Text.Count(character => character == '\n')), 1, 149);
    }

    [Fact]
    public void The_notices_name_every_package_that_is_shipped_with_the_operator()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(PathOf("src/Ray.Operator/packages.lock.json")));
        var packages = file.RootElement.GetProperty("dependencies").GetProperty("net10.0").EnumerateObject()
            .Where(package => package.Value.TryGetProperty("resolved", out _))
            .Select(package => package.Name)
            .Except(["Microsoft.CodeAnalysis.BannedApiAnalyzers", "Microsoft.NET.ILLink.Tasks"]) // tools of the build
            .ToList();
        var notices = File.ReadAllText(PathOf("THIRD-PARTY-NOTICES.md"));

        Assert.Contains("YamlDotNet", packages);
        Assert.All(packages, package => Assert.Contains(package, notices, StringComparison.Ordinal));
    }

    [Fact]
    public void Targets_are_those_that_are_explained() =>
        Assert.Equal(["build", "cluster-up"], DocumentationRule.TargetsOf("x := 1\nbuild: ## Build\n\tmake\ncluster-up: build ## Up\n.PHONY: build\n").Order());

    [Theory]
    [InlineData("see [it](gone.md)")]
    [InlineData("\n`make tea`")]
    [InlineData("$ make tea")]
    [InlineData("## There\n[it](#elsewhere)")]
    [InlineData("```\n# there\n```\n[it](#there)")]
    public void A_broken_promise_is_found(string text) =>
        Assert.Single(DocumentationRule.Check("docs/a.md", text, _ => false, _ => "", s_targets));

    [Theory]
    [InlineData("[it](https://example.com/gone.md)")]
    [InlineData("[here](#you--and-me_2)\n## `You` & [and me_2](https://example.com)!")]
    [InlineData("## A\n## A\n[second](#a-1) <a id=\"b.C\"></a>[id](#b.C)")]
    [InlineData("operators make it so")]
    [InlineData("`make test`")]
    public void What_is_kept_or_promises_nothing_is_fine(string text) =>
        Assert.Empty(DocumentationRule.Check("docs/a.md", text, _ => false, _ => "", s_targets));

    [Fact]
    public void Links_start_at_the_folder_of_the_document() =>
        Assert.Empty(DocumentationRule.Check("docs/a.md", "[it](../README.md#limits)", path => path == "README.md", _ => "## Limits", s_targets));

    [Fact]
    public void Links_lead_to_headings_of_other_documents() =>
        Assert.Single(DocumentationRule.Check("docs/a.md", "[it](b.md#limits)", _ => true, _ => "## Bounds", s_targets));

    private static string PathOf(string path) => Path.Combine(Repository.Root, path);

    private static string Read(string path) => File.ReadAllText(PathOf(path));

    private static bool Exists(string path) => Path.Exists(PathOf(path));
}
