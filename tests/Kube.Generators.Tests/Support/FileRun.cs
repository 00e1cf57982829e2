using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Kube.Generators.Tests.Support;

/// <summary>A file that the build hands to the compiler.</summary>
/// <param name="Role"><c>current</c>, <c>released</c>, <c>header</c>, or empty.</param>
/// <param name="Path">Its path.</param>
/// <param name="Text">Its text.</param>
internal sealed record BuildFile(string Role, string Path, string Text);

/// <summary>One run of the generator with files and properties, as the build runs it.</summary>
internal static class FileRun
{
    /// <summary>What the tests ask of the build when they say nothing: fractions are types like any other.</summary>
    public static AnalyzerConfigOptionsProvider Plain { get; } = new Options(new() { ["CrdAllowFloats"] = "true" }, []);

    public static GeneratorDriverRunResult Of(string source, bool isContinuousIntegration, params BuildFile[] files) => With(
        source, new() { ["CustomResourceOutput"] = "true", ["ContinuousIntegrationBuild"] = isContinuousIntegration ? "true" : "" }, files);

    public static GeneratorDriverRunResult With(string source, Dictionary<string, string> properties, params BuildFile[] files)
    {
        var texts = files.ToDictionary(f => (AdditionalText)new Text(f.Path, f.Text), f => f.Role);
        var driver = CSharpGeneratorDriver.Create(
            [new CustomResourceGenerator().AsSourceGenerator()], texts.Keys, optionsProvider: new Options(properties, texts));
        return driver.RunGenerators(Generation.Compile(source), TestContext.Current.CancellationToken).GetRunResult();
    }

    private sealed class Text(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class Options(Dictionary<string, string> properties, Dictionary<AdditionalText, string> roles) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } =
            new Values(properties.ToImmutableDictionary(p => $"build_property.{p.Key}", p => p.Value));

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values([]);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(
            ImmutableDictionary<string, string>.Empty.Add("build_metadata.AdditionalFiles.CustomResourceFile", roles[textFile]));
    }

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
            values.TryGetValue(key, out value);
    }
}
