using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Kube.Generators.Json;
using Kube.Generators.Schema;
using Kube.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kube.Generators.Tests.Wire;

/// <summary>
/// A kind that is compiled with the serializer's generator and ours, and loaded: what it really writes and reads can be compared with what its
/// schema says.
/// </summary>
internal sealed class WireRun : IDisposable
{
    private static readonly Lazy<ISourceGenerator> s_json = new(LoadGenerator);

    private readonly AssemblyLoadContext _context = new("wire", isCollectible: true);
    private readonly Assembly _assembly;

    private WireRun(MemoryStream image, string manifest, IEnumerable<byte[]> others)
    {
        foreach (var other in others)
        {
            _context.LoadFromStream(new MemoryStream(other));
        }

        _assembly = _context.LoadFromStream(image);
        var root = (JsonObject)JsonReader.Read(manifest)!;
        var version = (JsonObject)((JsonArray)root.Object("spec")["versions"]!).Items[0];
        Schema = version.Object("schema").Object("openAPIV3Schema");
    }

    /// <summary>The structural schema of the kind.</summary>
    public JsonObject Schema { get; }

    /// <summary>The JSON of the kind.</summary>
    public JsonTypeInfo Kind => Info(TypeOf("Demo.Example"));

    public Type TypeOf(string name) => _assembly.GetType(name, throwOnError: true)!;

    /// <summary>The JSON of a type, as clients use it.</summary>
    public JsonTypeInfo Info(Type type)
    {
        var json = TypeOf("Demo.ExampleJson").GetProperty("Default", BindingFlags.Public | BindingFlags.Static)!.GetValue(null);
        return (JsonTypeInfo)typeof(KubeJson).GetMethod(nameof(KubeJson.TypeInfo))!.MakeGenericMethod(type).Invoke(null, [json])!;
    }

    /// <summary>Compiles a kind of <see cref="TestKind"/>; warnings of ours are allowed.</summary>
    public static WireRun Of(string source) => Of([source], [], [])!;

    /// <summary>Compiles the files of a kind of <see cref="TestKind"/>.</summary>
    /// <param name="sources">The files.</param>
    /// <param name="references">Other assemblies that they refer to.</param>
    /// <param name="others">The images of those assemblies.</param>
    /// <returns>
    /// Null when there is no definition for errors of ours, or when the code of the serializer's generator is none, as with a required
    /// property named by a keyword.
    /// </returns>
    public static WireRun? Of(string[] sources, MetadataReference[] references, byte[][] others)
    {
        var compilation = Generation.Compile([.. sources.Select(TestKind.WithRealJson)]).AddReferences(references);
        var driver = CSharpGeneratorDriver.Create(new CustomResourceGenerator().AsSourceGenerator(), s_json.Value)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out _, TestContext.Current.CancellationToken);
        var manifest = driver.GetRunResult().Results[0].GeneratedSources
            .Where(s => s.HintName == "Demo.Example.CustomResourceDefinition.g.cs").Select(s => Generation.LiteralOf(s.SourceText.ToString())).FirstOrDefault();
        using var image = new MemoryStream();
        return manifest is null || !IsCompiled(output, image) ? null : new(image, manifest, others);
    }

    private static bool IsCompiled(Compilation output, MemoryStream image)
    {
        var errors = output.Emit(image).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        var ours = errors.Where(e => e.Location.SourceTree?.FilePath.StartsWith("System.Text.Json.SourceGeneration", StringComparison.Ordinal) is not true);
        Assert.True(!ours.Any(), string.Join("\n", ours));
        image.Position = 0;
        return errors.Count == 0;
    }

    public string Write(object value) => JsonSerializer.Serialize(value, Info(value.GetType()));

    public object Read(string json, Type type) => JsonSerializer.Deserialize(json, Info(type))!;

    /// <summary>Reads an object; null when it is none of this type.</summary>
    public object? TryRead(string json, Type type)
    {
        try
        {
            return Read(json, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Calls a method of a generated class.</summary>
    public object? Call(string type, string method, params object?[] arguments)
    {
        var found = TypeOf(type).GetMethods(BindingFlags.Static | BindingFlags.Public)
            .First(m => m.Name == method && m.GetParameters().Length == arguments.Length && m.GetParameters()[0].ParameterType.IsInstanceOfType(arguments[0]));
        return found.Invoke(null, arguments);
    }

    public void Dispose() => _context.Unload();

    private static ISourceGenerator LoadGenerator()
    {
        var assembly = Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "json-generator", "System.Text.Json.SourceGeneration.dll"));
        var type = assembly.GetTypes().Single(t => t is { IsAbstract: false } && t.GetInterfaces().Contains(typeof(IIncrementalGenerator)));
        return ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator();
    }
}
