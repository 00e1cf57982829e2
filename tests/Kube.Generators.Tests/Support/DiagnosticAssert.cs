using Microsoft.CodeAnalysis;

namespace Kube.Generators.Tests.Support;

/// <summary>What the generator says about sources, and where.</summary>
internal static class DiagnosticAssert
{
    private const string Conversion = "KCR14";

    /// <summary>
    /// The sources have problems of one id alone, and notes perhaps; the first of them is under <paramref name="place"/> in the first file. An
    /// error leaves a kind without definition, unless it is about conversion; a warning leaves all whole.
    /// </summary>
    public static Diagnostic Reports(string id, string source, string place, params string[] others)
    {
        var generation = Generation.Of([source, .. others]);
        var reported = generation.Result.Diagnostics.Where(d => d.Severity > DiagnosticSeverity.Info || d.Id == id).ToList();
        Assert.Equal([id], reported.Select(d => d.Id).Distinct());
        var diagnostic = reported[0];
        var kinds = new[] { source }.Concat(others).Count(s => s.Contains("[CustomResource(", StringComparison.Ordinal));
        var definitions = generation.Files.Keys.Count(f => f.Contains("CustomResourceDefinition", StringComparison.Ordinal));
        Assert.Equal(diagnostic.Severity == DiagnosticSeverity.Error && !id.StartsWith(Conversion, StringComparison.Ordinal), definitions < kinds);
        Assert.Equal("File0.cs", diagnostic.Location.GetLineSpan().Path);
        Assert.Equal(place, source.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
        return diagnostic;
    }

    /// <summary>The sources have neither warnings nor errors.</summary>
    public static void IsSilent(params string[] sources) =>
        Assert.Empty(Generation.Of(sources).Result.Diagnostics.Where(d => d.Severity > DiagnosticSeverity.Info));
}
