using System.Text.Json.Nodes;
using k8s.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kube.Generators.Tests.Support;

/// <summary>One run of the generator over sources.</summary>
internal sealed class Generation
{
    // The framework that the tests run on: packages of reference assemblies ask for a newer compiler than the oldest that is tested.
    private static readonly MetadataReference[] s_references =
    [
        .. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System*.dll")
            .Where(IsManaged)
            .Select(file => MetadataReference.CreateFromFile(file)),
        MetadataReference.CreateFromFile(typeof(CustomResourceAttribute).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(V1Pod).Assembly.Location),
    ];

    private static bool IsManaged(string file) => !Path.GetFileName(file).Contains("Native", StringComparison.Ordinal);

    private Generation(GeneratorDriverRunResult result, Compilation output) => (Result, Output) = (result, output);

    public GeneratorDriverRunResult Result { get; }

    /// <summary>The compilation with the generated files.</summary>
    public Compilation Output { get; }

    /// <summary>Generated files by name.</summary>
    public IReadOnlyDictionary<string, string> Files =>
        Result.Results.Single().GeneratedSources.ToDictionary(s => s.HintName, s => s.SourceText.ToString());

    /// <summary>Ids of the generator's diagnostics.</summary>
    public IEnumerable<string> DiagnosticIds => Result.Diagnostics.Select(d => d.Id);

    public static Generation Of(params string[] sources) => Of(Compile(sources));

    /// <summary>As <see cref="Of(string[])"/>, with a reference to a library.</summary>
    public static Generation With(MetadataReference library, params string[] sources) => Of(Compile(sources).AddReferences(library));

    private static Generation Of(CSharpCompilation compilation)
    {
        var driver = Driver().RunGeneratorsAndUpdateCompilation(compilation, out var output, out _, TestContext.Current.CancellationToken);
        return new(driver.GetRunResult(), output);
    }

    public static CSharpCompilation Compile(params string[] sources) => CSharpCompilation.Create(
        "Demo",
        sources.Select((s, i) => CSharpSyntaxTree.ParseText(s, path: $"File{i}.cs")),
        s_references,
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public static GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new CustomResourceGenerator().AsSourceGenerator()],
        optionsProvider: FileRun.Plain,
        driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>The manifest in a class; fails with the warnings and errors when there are some.</summary>
    public JsonObject Manifest(string className = "Demo.Example")
    {
        Assert.Empty(Result.Diagnostics.Where(d => d.Severity > DiagnosticSeverity.Info));
        return JsonNode.Parse(ManifestText(className))!.AsObject();
    }

    /// <summary>The text of the UTF-8 literal in a class.</summary>
    public string ManifestText(string className = "Demo.Example")
    {
        return LiteralOf(Files[$"{className}.CustomResourceDefinition.g.cs"]);
    }

    /// <summary>The text of all literals in a file.</summary>
    public static string LiteralOf(string file)
    {
        var root = CSharpSyntaxTree.ParseText(file).GetRoot();
        return string.Concat(root.DescendantNodes().OfType<LiteralExpressionSyntax>().Select(l => l.Token.ValueText));
    }

    /// <summary>Schema of the spec of a kind made of the given members.</summary>
    public static JsonObject Spec(string members, string types = "", string specAttributes = "") =>
        Of(TestKind.WithSpec(members, types, specAttributes: specAttributes)).RootSchema()["properties"]!["spec"]!.AsObject();

    /// <summary>Schema of the only property of a spec.</summary>
    public static JsonObject Property(string member, string types = "") =>
        Spec(member, types)["properties"]!.AsObject().Single().Value!.AsObject();

    /// <summary>Schema of the kind itself.</summary>
    public JsonObject RootSchema() => Manifest()["spec"]!["versions"]![0]!["schema"]!["openAPIV3Schema"]!.AsObject();
}
