using Kube.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kube.Generators.Tests.Conversion;

/// <summary>The generated conversion.</summary>
public class ConversionFileTests
{
    private static readonly string[] s_sources = [TestHub.Spoke("public int? Size { get; set; }"), .. TestHub.Around("public int? Size { get; set; }")];

    [Fact]
    public void ConversionIsAPropertyOfTheSpoke()
    {
        var generation = Generation.Of(s_sources);
        Golden.Equal("Demo.Old.Conversion.cs.txt", generation.Files["Demo.Old.Conversion.g.cs"]);
        Assert.Empty(generation.Output.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity >= DiagnosticSeverity.Warning));
        Assert.DoesNotContain("Demo.Example.Conversion.g.cs", generation.Files.Keys);
    }

    [Fact]
    public void OrderOfFilesMakesNoDifference() =>
        Assert.Equal(Generation.Of(s_sources).Files.OrderBy(f => f.Key), Generation.Of([.. s_sources.Reverse()]).Files.OrderBy(f => f.Key));

    [Fact]
    public void AnnotationMayBeNamed()
    {
        var spoke = TestHub.Spoke(attribute: "ConversionHub<Example>(typeof(Mapping), Annotation = \"example.com/rest\")");
        Assert.Contains("\"example.com/rest\");", Generation.Of([spoke, .. TestHub.Around()]).Files["Demo.Old.Conversion.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Old")]
    [InlineData("Example")]
    public void ConversionIsInternalWhenOneOfTheVersionsIs(string hidden)
    {
        string[] sources = [.. s_sources.Select(s => s.Replace($"public sealed partial record {hidden} ", $"internal sealed partial record {hidden} ", StringComparison.Ordinal)
            .Replace($"public sealed partial class {hidden} ", $"internal sealed partial class {hidden} ", StringComparison.Ordinal)
            .Replace($"public sealed class {hidden}Json", $"internal sealed class {hidden}Json", StringComparison.Ordinal)
            .Replace("public static", "internal static", StringComparison.Ordinal))];
        var generation = Generation.Of(sources);
        Assert.Contains("internal static global::Kube.LosslessConversion<Old, global::Demo.Example> Conversion =>", generation.Files["Demo.Old.Conversion.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain(generation.Output.GetDiagnostics(TestContext.Current.CancellationToken), d => d.Severity >= DiagnosticSeverity.Error);
    }

    [Fact]
    public void DocumentationIsWhole()
    {
        var compilation = Generation.Compile();
        var options = new CSharpParseOptions(documentationMode: DocumentationMode.Diagnose);
        compilation = compilation.AddSyntaxTrees(s_sources.Select((s, i) => CSharpSyntaxTree.ParseText(s, options, path: $"File{i}.cs")));
        CSharpGeneratorDriver.Create([new CustomResourceGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out _, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(
            output.GetDiagnostics(TestContext.Current.CancellationToken),
            d => d.Severity >= DiagnosticSeverity.Warning && d.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true);
    }
}
