using CsCheck;
using Kube.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Tests.Fuzz;

/// <summary>Whatever the attributes of conversion say, the generator answers with its diagnostics or with code that compiles.</summary>
public class HubFuzzTests
{
    private const int Kinds = 60;

    [Fact]
    public void AttributesOfConversionNeverFail() =>
        Gen.Select(NastyTexts.Path, NastyTexts.Any, Gen.Bool).Sample((path, key, isKey) => Judge(path, isKey ? "a/b" : key), iter: Kinds);

    private static void Judge(string path, string key)
    {
        var spoke = TestHub.Spoke(
            $"[HubField({NastyTexts.Literal(path)})] public int? Size {{ get; set; }}",
            attribute: $"ConversionHub<Example>(typeof(Mapping), Annotation = {NastyTexts.Literal(key)})");
        var generation = Generation.Of([spoke, .. TestHub.Around("public int? Size { get; set; } public IDictionary<string, V1Pod>? Pods { get; set; }")]);
        Assert.True(generation.Result.Results.Single().Exception is null, $"{generation.Result.Results.Single().Exception}\n{spoke}");
        Assert.All(
            generation.Result.Diagnostics.Where(d => d.Severity > DiagnosticSeverity.Info), d => Assert.StartsWith("KCR14", d.Id, StringComparison.Ordinal));

        var conversion = generation.Output.SyntaxTrees.FirstOrDefault(t => t.FilePath.EndsWith("Demo.Old.Conversion.g.cs", StringComparison.Ordinal));
        Assert.Equal(conversion is null, generation.DiagnosticIds.Contains("KCR141"));
        Assert.True(conversion is null || generation.Output.GetSemanticModel(conversion).GetDiagnostics().IsEmpty, conversion?.ToString());
    }
}
