using System.Collections.Immutable;
using System.Globalization;
using Kube.Generators.Json;
using Kube.Generators.Schema.Files;
using Kube.Generators.Tests.Support;
using Kube.Generators.Yaml;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Tests.Files;

/// <summary>The compiler says when the file of a definition is not what the types say.</summary>
public class StaleFileTests
{
    private const string Path = "/repo/crd/example.com_examples.yaml";
    private static readonly string s_source = TestKind.WithSpec("[Maximum(9)] public int? Size { get; set; }");

    [Theory]
    [InlineData("\n", false)]
    [InlineData("\n", true)]
    [InlineData("\r\n", true)]
    public void RightFileIsFineWhateverItsLineEnds(string lineEnd, bool isContinuousIntegration) =>
        Assert.Empty(Run(Text().ReplaceLineEndings(lineEnd), isContinuousIntegration));

    [Theory]
    [InlineData(false, "KCR170", DiagnosticSeverity.Warning)]
    [InlineData(true, "KCR171", DiagnosticSeverity.Error)]
    public void StaleFileIsShownAtItsFirstWrongLine(bool isContinuousIntegration, string id, DiagnosticSeverity severity)
    {
        var stale = Text().Replace("maximum: 9", "maximum: 8", StringComparison.Ordinal);
        var problem = Assert.Single(Run(stale, isContinuousIntegration));
        Assert.Equal((id, severity, Path), (problem.Id, problem.Severity, problem.Location.GetLineSpan().Path));
        Assert.Contains("maximum: 8", stale.Split('\n')[problem.Location.GetLineSpan().StartLinePosition.Line], StringComparison.Ordinal);
        Assert.Contains("'maximum: 8' instead of 'maximum: 9'", problem.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void ShorterAndLongerFilesAreStale()
    {
        Assert.Equal("KCR170", Assert.Single(Run("", false)).Id);
        Assert.Equal("KCR170", Assert.Single(Run(Text() + "more: 1\n", false)).Id);
    }

    [Fact]
    public void MissingFileIsAnErrorInCiOnly()
    {
        Assert.Empty(FileRun.Of(s_source, isContinuousIntegration: false).Diagnostics);
        var problem = Assert.Single(FileRun.Of(s_source, isContinuousIntegration: true).Diagnostics);
        Assert.Equal(("KCR171", "File0.cs"), (problem.Id, problem.Location.GetLineSpan().Path));
    }

    [Fact]
    public void HeaderBelongsToTheFile()
    {
        var header = new BuildFile("header", "/repo/header.txt", "# Ours.");
        Assert.Empty(FileRun.Of(s_source, true, header, new("current", Path, Text("# Ours."))).Diagnostics);
        Assert.Equal("KCR171", Assert.Single(FileRun.Of(s_source, true, header, new("current", Path, Text())).Diagnostics).Id);
    }

    [Fact]
    public void NothingIsComparedWhereNothingIsWritten()
    {
        Assert.Empty(FileRun.With(s_source, [], new BuildFile("current", Path, "")).Diagnostics);
        Assert.Empty(FileRun.Of(s_source, false, new BuildFile("", Path, "")).Diagnostics);
    }

    [Theory]
    [InlineData(200_000, null, DiagnosticSeverity.Hidden)]
    [InlineData(SizeCheck.ApplyLimit, "KCR172", DiagnosticSeverity.Warning)]
    [InlineData(SizeCheck.StoreLimit, "KCR173", DiagnosticSeverity.Error)]
    public void SizeIsWatchedAtTheKind(int bytes, string? id, DiagnosticSeverity severity)
    {
        var source = TestKind.WithSpec($"/// <summary>{new string('x', bytes)}</summary>\npublic int? Size {{ get; set; }}");
        var problems = Generation.Of(source).Result.Diagnostics;
        if (id is null)
        {
            Assert.Empty(problems);
            return;
        }

        var problem = Assert.Single(problems);
        Assert.Equal((id, severity, "Example"), (problem.Id, problem.Severity, TextAt(problem)));
    }

    private static string TextAt(Diagnostic problem)
    {
        var span = problem.Location.SourceSpan;
        return problem.Location.SourceTree is { } tree
            ? tree.ToString()[span.Start..span.End]
            : TestKind.WithSpec("").Substring(span.Start, span.Length);
    }

    private static ImmutableArray<Diagnostic> Run(string text, bool isContinuousIntegration) =>
        FileRun.Of(s_source, isContinuousIntegration, new BuildFile("current", Path, text)).Diagnostics;

    private static string Text(string? header = null) =>
        DefinitionText.Render((JsonObject)JsonReader.Read(Generation.Of(s_source).ManifestText())!, header);
}
