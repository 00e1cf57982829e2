using Microsoft.CodeAnalysis;

namespace Kube.Generators.Tests.Support;

/// <summary>What the generator says about sources, and where.</summary>
internal static class DiagnosticAssert
{
    /// <summary>
    /// The sources have problems of one id alone, the first of them under <paramref name="place"/> in the first file. An error leaves no
    /// definition, a warning leaves it whole.
    /// </summary>
    public static Diagnostic Reports(string id, string source, string place, params string[] others)
    {
        var generation = Generation.Of([source, .. others]);
        Assert.Equal([id], generation.DiagnosticIds.Distinct());
        var diagnostic = generation.Result.Diagnostics[0];
        var hasDefinition = generation.Files.Keys.Any(f => f.Contains("CustomResourceDefinition", StringComparison.Ordinal));
        Assert.Equal(diagnostic.Severity != DiagnosticSeverity.Error, hasDefinition);
        Assert.Equal("File0.cs", diagnostic.Location.GetLineSpan().Path);
        Assert.Equal(place, source.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
        return diagnostic;
    }

    /// <summary>The sources have no problem.</summary>
    public static void IsSilent(params string[] sources) => Assert.Empty(Generation.Of(sources).Result.Diagnostics);
}
