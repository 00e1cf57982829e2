using Kube.Generators.Schema;
using Kube.Generators.Tests.Support;
using Kube.Generators.Tests.Wire;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kube.Generators.Tests.Types;

/// <summary>Types of other assemblies: of projects, of packages, of friends; and types in several files.</summary>
public class ReferencedTypesTests
{
    private const string Library = """
        using System.Collections.Generic; using System.ComponentModel.DataAnnotations; using System.Text.Json.Serialization; using Kube;
        [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Demo")]
        namespace Shared
        {
            /// <summary>A shared type.</summary>
            public class Part { [Minimum(1)] public int? Size { get; set; } = 3; public Mode? Mode { get; set; } public IList<Inner>? Inners { get; set; } public Inner? Same { get; set; } }
            public class Inner { public required string Name { get; set; } }
            [JsonConverter(typeof(JsonStringEnumConverter<Mode>))] public enum Mode { On, [JsonStringEnumMemberName("switched-off")] Off }
            internal class Friend { public bool? Yes { get; set; } [JsonInclude] internal int? Inside { get; set; } }
        }
        namespace Shared.Deeper { public class Inner { public long? Number { get; set; } } }
        """;

    private const string Members = """
        public Shared.Part? Part { get; set; } public Shared.Deeper.Inner? Other { get; set; } public IDictionary<string, Shared.Part>? Parts { get; set; }
        [JsonInclude] internal Shared.Friend? Friend { get; set; } public Inner? Own { get; set; }
        """;

    private const string Types = "public class Inner { public string? Local { get; set; } }";

    private static readonly string s_source = TestKind.WithSpec(Members, Types);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TypesOfAnotherProjectOrPackage(bool isMetadata)
    {
        var library = Compile(Library);
        var image = Image(library);
        MetadataReference reference = isMetadata ? MetadataReference.CreateFromImage(image) : library.ToMetadataReference();

        // A public JSON context cannot have internal types.
        var source = s_source.Replace("[JsonInclude] internal Shared.Friend?", "internal Shared.Friend?", StringComparison.Ordinal).Replace(
            "[JsonSerializable(typeof(Example))]",
            """
            [JsonSerializable(typeof(Example))] [JsonSerializable(typeof(Shared.Inner), TypeInfoPropertyName = "SharedInner")]
            [JsonSerializable(typeof(Shared.Deeper.Inner), TypeInfoPropertyName = "DeeperInner")]
            """,
            StringComparison.Ordinal);
        using var run = WireRun.Of([source], [reference], [image])!;
        Assert.NotEqual(0, WireLaws.Hold(run, source));
        var part = run.Schema.Object("properties").Object("spec").Object("properties").Object("part").Object("properties");
        Assert.Equal(["inners", "mode", "same", "size"], part.Members.Select(m => m.Name));
        Assert.Equal("1", ((Json.JsonNumber)part.Object("size")["minimum"]!).Text);
        Assert.Equal("switched-off", ((Json.JsonString)((Json.JsonArray)part.Object("mode")["enum"]!).Items[1]).Value);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void InternalTypesOfAFriend(bool isMetadata)
    {
        var library = Compile(Library);
        var generation = Run(s_source, isMetadata ? MetadataReference.CreateFromImage(Image(library)) : library.ToMetadataReference());
        Assert.Empty(generation.Diagnostics);
        var manifest = generation.GeneratedTrees.Single(t => t.FilePath.EndsWith("CustomResourceDefinition.g.cs", StringComparison.Ordinal)).ToString();
        Assert.Contains("inside", manifest, StringComparison.Ordinal);
    }

    [Fact]
    public void InternalTypesOfAStrangerAreRefused()
    {
        var stranger = Compile(Library.Replace("\"Demo\"", "\"Elsewhere\"", StringComparison.Ordinal));
        var diagnostics = Run(s_source, MetadataReference.CreateFromImage(Image(stranger))).Diagnostics;
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal("KCR008", diagnostic.Id);
        Assert.Contains("generated code cannot see it", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void TypeThatDoesNotExistIsNamed()
    {
        var diagnostic = Assert.Single(Generation.Of(TestKind.WithSpec("public Missing? A { get; set; }")).Result.Diagnostics);
        Assert.Equal("KCR008", diagnostic.Id);
        Assert.Contains("there is no such type", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void PartsOfAClassInSeveralFilesAreOneWithAllTheirAttributes()
    {
        var first = TestKind.WithSpec("public Part? Part { get; set; }", "[Atomic] public partial class Part { [Minimum(1)] public int? A { get; set; } }");
        const string Second = """
            using Kube; using k8s.Models;
            namespace Demo;
            [CelRule("self.b != 'x'")] public partial class Part { [System.ComponentModel.DataAnnotations.MaxLength(3)] public string? B { get; set; } }
            [PrinterColumn("version", ".apiVersion")] public sealed partial record Example { public ExampleStatus? Status { get; set; } }
            public class ExampleStatus { public int? Ready { get; set; } }
            """;
        var generation = Generation.Of(first, Second);
        var version = generation.Manifest()["spec"]!["versions"]![0]!;
        Assert.Equal("version", version["additionalPrinterColumns"]![0]!["name"]!.GetValue<string>());
        JsonAssert.Equal("""{"status":{}}""", version["subresources"]);
        JsonAssert.Equal(
            """
            {"type":"object","x-kubernetes-map-type":"atomic","x-kubernetes-validations":[{"rule":"self.b != 'x'"}],
             "properties":{"a":{"type":"integer","format":"int32","minimum":1},"b":{"type":"string","maxLength":3}}}
            """,
            generation.RootSchema()["properties"]!["spec"]!["properties"]!["part"]);
    }

    [Fact]
    public void PartialPropertyHasTheAttributesOfBothParts()
    {
        Assert.SkipUnless(Enum.GetNames<LanguageVersion>().Contains("CSharp13"), "this compiler knows no partial properties");
        JsonAssert.Equal(
            """{"type":"string","maxLength":5,"minLength":1}""",
            Generation.Property(
                "public Part? Part { get; set; }",
                """
                public partial class Part { [MaxLength(5)] public partial string? A { get; set; } }
                public partial class Part { private string? _a; [MinLength(1)] public partial string? A { get => _a; set => _a = value; } }
                """)["properties"]!["a"]);
    }

    private static GeneratorDriverRunResult Run(string source, MetadataReference reference) => CSharpGeneratorDriver
        .Create(new CustomResourceGenerator().AsSourceGenerator())
        .RunGenerators(Generation.Compile(source).AddReferences(reference), TestContext.Current.CancellationToken).GetRunResult();

    private static CSharpCompilation Compile(string source) => Generation.Compile(source).WithAssemblyName("Shared");

    private static byte[] Image(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return image.ToArray();
    }
}
