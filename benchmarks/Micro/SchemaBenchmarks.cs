using BenchmarkDotNet.Attributes;
using Kube.Generators;
using Kube.Generators.Emission;
using Kube.Generators.Json;
using Kube.Generators.Model;
using Kube.Generators.Schema.Definitions;
using Kube.Generators.Yaml;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Ray.Benchmarks.Generator;

namespace Ray.Benchmarks.Micro;

/// <summary>The definition of RayCluster with both its versions: by the compiler's driver, and the pure parts that it calls.</summary>
public class SchemaBenchmarks
{
    private readonly ISourceGenerator _generator = new CustomResourceGenerator().AsSourceGenerator();

    private CSharpCompilation[] _edits = [];
    private GeneratorDriver _driver = null!;
    private ResourceModel[] _models = [];
    private JsonObject _manifest = null!;
    private int _count;

    /// <summary>Binds the sources in two wordings, so that an edit is not charged for what every build does, and runs all parts once.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var sources = Sources.Compile();
        _edits = [sources, Sources.Edit(sources, "V1/RayClusterSpec.cs", text => text.Replace("/// <summary>", "/// <summary>Edited: ", StringComparison.Ordinal))];
        Array.ForEach(_edits, edit => _ = edit.GetDiagnostics());
        _driver = CSharpGeneratorDriver.Create(
            [_generator], driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        var steps = _driver.RunGenerators(sources).GetRunResult().Results.Single().TrackedSteps[TrackingNames.Resources];
        _models = [.. steps.SelectMany(step => step.Outputs).Select(output => output.Value).OfType<ResourceModel>()];
        _manifest = ((Definition)Schema()).Manifest ?? throw new InvalidOperationException("The sources have an error.");
        _driver = CSharpGeneratorDriver.Create([_generator]).RunGenerators(sources);
        Expect(TextOf(Edited()) != TextOf(Edited()), "An edited description changes the definition");
    }

    /// <summary>Descriptions of one file are edited: their kind is parsed, modelled and printed again.</summary>
    [Benchmark]
    public GeneratorDriver Edited() => _driver = _driver.RunGenerators(_edits[++_count % _edits.Length]);

    /// <summary>Everything that the generator makes of the project, clients included, as a build does it.</summary>
    [Benchmark]
    public GeneratorDriver Whole() => CSharpGeneratorDriver.Create([_generator]).RunGenerators(_edits[0]);

    /// <summary>From models of types to the definition as a value.</summary>
    [Benchmark]
    public object Schema() => DefinitionBuilder.Build(_models.Select(model => VersionBuilder.Build(model, SchemaSettings.Default))).Single();

    /// <summary>From that to the constant in C#.</summary>
    [Benchmark]
    public string Constant() => Literal.Utf8(JsonPrinter.Print(_manifest), "        ");

    /// <summary>From that to the file in crd/.</summary>
    [Benchmark]
    public string Yaml() => DefinitionText.Render(_manifest, null);

    private static string TextOf(GeneratorDriver driver) => string.Concat(driver.GetRunResult().GeneratedTrees
        .Where(tree => tree.FilePath.EndsWith("CustomResourceDefinition.g.cs", StringComparison.Ordinal)));

    private static void Expect(bool isTrue, string what)
    {
        if (!isTrue)
        {
            throw new InvalidOperationException($"Expected: {what}.");
        }
    }
}
