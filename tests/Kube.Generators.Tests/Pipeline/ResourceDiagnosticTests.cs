using System.Globalization;
using Kube.Generators.Tests.Support;

namespace Kube.Generators.Tests.Pipeline;

/// <summary>What is wrong with the definition around the schema is shown at the class or attribute that says it.</summary>
public class ResourceDiagnosticTests
{
    private const string Long = "a23456789-123456789-123456789-123456789-123456789-123456789-1234";

    /// <summary>Id, what of the valid source is replaced, and by what; all shown at the class.</summary>
    public static TheoryData<string, string, string> BrokenKinds => new()
    {
        { "KCR003", "Group = \"example.com\"", "Group = \"\"" },
        { "KCR003", "\"example.com\"", "\"example\"" },
        { "KCR003", "\"example.com\"", $"\"{string.Join('.', Enumerable.Repeat(Long, 4))}.com\"" },
        { "KCR003", "\"v1\"", "\"V1\"" },
        { "KCR003", "\"v1\"", "\"v1.2\"" },
        { "KCR003", "Kind = \"Example\"", "Kind = \"my_kind\"" },
        { "KCR003", "Kind = \"Example\"", $"Kind = \"E{new string('x', 59)}\"" },
        { "KCR003", "\"examples\"", $"\"{Long}\"" },
        { "KCR003", "JsonContext =", "Singular = \"Ex\", JsonContext =" },
        { "KCR003", "JsonContext =", "ShortNames = [\"e_x\"], JsonContext =" },
        { "KCR003", "JsonContext =", "ShortNames = [\"examples\"], JsonContext =" },
        { "KCR003", "JsonContext =", "Categories = [\"All\"], JsonContext =" },
        { "KCR112", ", PluralName = \"examples\"", "" },
        { "KCR113", "Kind = \"Example\", PluralName = \"examples\"", "Kind = \"ExampleIndex\"" },
        { "KCR114", "\"v1\"", "\"beta-1\"" },
        { "KCR116", "\"example.com\"", "\"demo.k8s.io\"" },
        { "KCR116", "\"example.com\"", "\"demo.kubernetes.io\"" },
        { "KCR118", "JsonContext =", "Served = false, JsonContext =" },
    };

    public static TheoryData<string> BrokenConversions =>
    [
        "ConversionWebhook",
        "ConversionWebhook(ServiceName = \"a\")",
        "ConversionWebhook(ServiceNamespace = \"a\")",
        "ConversionWebhook(ServiceNamespace = \"a\", ServiceName = \"b\", Url = \"https://c\")",
        "ConversionWebhook(ServiceNamespace = \"a\", ServiceName = \"b\", Port = 0)",
        "ConversionWebhook(ServiceNamespace = \"a\", ServiceName = \"b\", Port = 65536)",
        "ConversionWebhook(ServiceNamespace = \"a\", ServiceName = \"b\", Path = \"convert\")",
        "ConversionWebhook(ServiceNamespace = \"a\", ServiceName = \"b\", Path = \"/a//b\")",
        "ConversionWebhook(ServiceNamespace = \"a\", ServiceName = \"b\", ConversionReviewVersions = [\"v1beta1\"])",
        "ConversionWebhook(ServiceNamespace = \"a\", ServiceName = \"b\", ConversionReviewVersions = [])",
        "ConversionWebhook(ServiceNamespace = \"a\", ServiceName = \"b\", ConversionReviewVersions = [\"v1\", \"v1\"])",
        "ConversionWebhook(ServiceNamespace = \"a\", ServiceName = \"b\", ConversionReviewVersions = [\"v1\", \"V2\"])",
        "ConversionWebhook(ServiceNamespace = \"a\", ServiceName = \"b\", CaBundle = \"?\")",
        "ConversionWebhook(Url = \"http://a\")",
        "ConversionWebhook(Url = \"https://a?b\")",
    ];

    public static TheoryData<string> BrokenEntries =>
    [
        "DefinitionAnnotation(\"\", \"a\")",
        "DefinitionAnnotation(\"a b\", \"a\")",
        "DefinitionAnnotation(\"Example.com/a\", \"a\")",
        "DefinitionLabel(\"a\", \"b c\")",
        $"DefinitionLabel(\"a\", \"{Long}\")",
    ];

    [Theory]
    [MemberData(nameof(BrokenKinds))]
    public void BrokenKind(string id, string valid, string broken) =>
        DiagnosticAssert.Reports(id, TestKind.WithSpec("").Replace(valid, broken, StringComparison.Ordinal), "Example");

    [Theory]
    [MemberData(nameof(BrokenConversions))]
    public void BrokenConversion(string attribute) =>
        DiagnosticAssert.Reports("KCR122", TestKind.WithSpec("", attributes: $"[{attribute}]"), attribute);

    [Fact]
    public void BrokenConversionOfTheAssemblyIsShownOnceAtItsAttribute()
    {
        var assembly = "[assembly: Kube.ConversionWebhook(ServiceName = \"a\")]";
        var others = new[]
        {
            TestKind.WithSpec(""),
            TestVersions.Of("Old", "v1alpha1", attributes: "[ConversionHub<Example>]"),
            TestVersions.Of("Other", "v1", "", kind: "Other", plural: "others"),
            TestVersions.Of("OtherOld", "v1alpha1", attributes: "[ConversionHub<Other>]", kind: "Other", plural: "others"),
        };
        var generation = Generation.Of([assembly, .. others]);
        var diagnostic = Assert.Single(generation.Result.Diagnostics);
        Assert.Equal("KCR122", diagnostic.Id);
        Assert.Equal("File0.cs", diagnostic.Location.GetLineSpan().Path);
        Assert.Equal("Kube.ConversionWebhook(ServiceName = \"a\")", assembly[diagnostic.Location.SourceSpan.Start..diagnostic.Location.SourceSpan.End]);
    }

    [Theory]
    [MemberData(nameof(BrokenEntries))]
    public void BrokenEntry(string attribute) =>
        DiagnosticAssert.Reports("KCR123", TestKind.WithSpec("", attributes: $"[{attribute}]"), attribute);

    [Fact]
    public void TwoVersionsSetOneLabelDifferently() => DiagnosticAssert.Reports(
        "KCR123",
        TestVersions.Of("Old", "v1alpha1", attributes: "[DefinitionLabel(\"a\", \"2\")]"),
        "DefinitionLabel(\"a\", \"2\")",
        TestKind.WithSpec("", attributes: "[DefinitionLabel(\"a\", \"1\")]"));

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"a\\nb\"")]
    [InlineData("\"a\\u2028b\"")]
    [InlineData("\"äöüß\" + Demo.Text.Long")]
    public void BrokenDeprecation(string text) => DiagnosticAssert.Reports(
        "KCR117",
        TestKind.WithSpec(
            "", $"public static class Text {{ public const string Long = \"{new string('x', 249)}\"; }}", attributes: $"[Obsolete({text})]"),
        "Example");

    [Fact]
    public void LongestDeprecationIsFine() =>
        DiagnosticAssert.IsSilent(TestKind.WithSpec("", attributes: $"[Obsolete(\"{new string('x', 256)}\")]"));

    [Theory]
    [InlineData("Example", "others", "")]
    [InlineData("ExampleList", "others", "")]
    [InlineData("Other", "others", ", Singular = \"example\"")]
    [InlineData("Other", "others", ", ShortNames = [\"examples\"]")]
    public void TwoKindsShareAName(string kind, string plural, string options)
    {
        var singular = kind == "Example" ? ", Singular = \"other\"" : "";
        var problem = DiagnosticAssert.Reports(
            "KCR115", TestVersions.Of("Other", "v1", options + singular, kind: kind, plural: plural), "Other", TestKind.WithSpec(""));
        Assert.Contains("'Example'", problem.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void FieldThatTheStoredVersionLacksIsNamed()
    {
        var old = TestVersions.Of("Old", "v1alpha1", spec: "public IList<Part>? Parts { get; set; }")
            + "public class Part { public string? Name { get; set; } public int? Size { get; set; } }";
        var stored = TestKind.WithSpec("public IList<NewPart>? Parts { get; set; }", "public class NewPart { public string? Name { get; set; } }");
        var problem = DiagnosticAssert.Reports("KCR119", old, "Old", stored);
        Assert.Contains("'.spec.parts[].size' of version v1alpha1", problem.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        DiagnosticAssert.IsSilent(
            old.Replace("[CustomResource", "[ConversionHub<Example>, CustomResource", StringComparison.Ordinal), stored, "[assembly: Kube.ConversionWebhook(ServiceNamespace = \"a\", ServiceName = \"b\")]");
        DiagnosticAssert.IsSilent(old.Replace("Storage = false", "Storage = false, Served = false", StringComparison.Ordinal), stored);
    }

    [Fact]
    public void AtomicKindWithStatus()
    {
        const string Status = "public class ExampleStatus { public string? State { get; set; } }";
        const string Member = "public ExampleStatus? Status { get; set; }";
        DiagnosticAssert.Reports("KCR120", TestKind.WithSpec("", Status, "[Atomic]", Member), "Example");
        DiagnosticAssert.IsSilent(TestKind.WithSpec("", Status, "[Atomic]"), TestVersions.Of("Old", "v1alpha1"));
    }

    [Fact]
    public void ValidationOfMetadataHasNoEffect() => DiagnosticAssert.Reports(
        "KCR121",
        TestKind.WithSpec("").Replace("public V1ObjectMeta", "[Immutable] public V1ObjectMeta", StringComparison.Ordinal),
        "Metadata");
}
