using System.Globalization;
using Kube.Generators.Tests.Schema;
using Kube.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Tests.Pipeline;

/// <summary>Bad input yields a diagnostic at its place, and never half a definition.</summary>
public class DiagnosticTests
{
    private const string Types = """
        public class Item { public string? Key { get; set; } [Required] public Part? Part { get; set; } }
        public class Part { }
        [Flags] public enum Flags { X = 1 }
        public enum Colour { Red }
        [JsonConverter(typeof(object))] public class Converted { }
        """;

    /// <summary>Id, what of the valid source is replaced, and by what; the squiggle is under the last word.</summary>
    public static TheoryData<string, string, string, string> BrokenKinds => new()
    {
        { "KCR001", "partial record", "record", "Example" },
        { "KCR002", TestKind.Entity, "", "Example" },
        { "KCR003", "\"example.com\"", "\"Example_com\"", "Example" },
        { "KCR003", "\"examples\"", "\"example\"", "Example" },
        { "KCR003", "\"v1\"", "\"example.com/v1\"", "Example" },
        { "KCR004", " : IKubernetesObject<V1ObjectMeta>", "", "Example" },
        { "KCR005", "JsonContext = typeof(ExampleJson)", "", "Example" },
        { "KCR005", "JsonContext = typeof(ExampleJson)", "JsonContext = typeof(string)", "Example" },
        { "KCR006", "[JsonSerializable(typeof(Example))]", "", "Example" },
        { "KCR007", "JsonKnownNamingPolicy.CamelCase", "JsonKnownNamingPolicy.SnakeCaseLower", "Example" },
        { "KCR011", "public sealed partial record Example", "public abstract partial record Example", "Example" },
        { "KCR013", "typeof(ExampleJson))", "typeof(ExampleJson), Storage = false)", "Example" },
    };

    /// <summary>Id and the member of the spec that is wrong.</summary>
    public static TheoryData<string, string> BrokenProperties => new()
    {
        { "KCR008", "public (int, int) A { get; set; }" },
        { "KCR008", "public IDictionary<Item, string>? A { get; set; }" },
        { "KCR008", "public IList<IDisposable>? A { get; set; }" },
        { "KCR008", "public Flags? A { get; set; }" },
        { "KCR008", "public Half? A { get; set; }" },
        { "KCR019", "public Converted? A { get; set; }" },
        { "KCR009", "public Colour? A { get; set; }" },
        { "KCR010", "public string? a { get; set; } public string? A { get; set; }" },
        { "KCR012", "public ExampleSpec? A { get; set; }" },
        { "KCR012", "public IList<ExampleSpec>? A { get; set; }" },
        { "KCR101", "[Minimum(1)] public string? A { get; set; }" },
        { "KCR101", "[Range(0.5, 2.0)] public int? A { get; set; }" },
        { "KCR101", "[Range(2, 1)] public int? A { get; set; }" },
        { "KCR102", "[MinLength(1)] public int? A { get; set; }" },
        { "KCR102", "[Length(2, 1)] public string? A { get; set; }" },
        { "KCR102", "[MaxLength(-2)] public string? A { get; set; }" },
        { "KCR103", "[RegularExpression(\"a\")] public int? A { get; set; }" },
        { "KCR103", "[RegularExpression(\"(\")] public string? A { get; set; }" },
        { "KCR103", "[RegularExpression(\"(?!a)b\")] public string? A { get; set; }" },
        { "KCR103", "[RegularExpression(@\"(a)\\1\")] public string? A { get; set; }" },
        { "KCR104", "[AllowedValues] public string? A { get; set; }" },
        { "KCR104", "[AllowedValues(1)] public string? A { get; set; }" },
        { "KCR104", "[AllowedValues(\"a\")] public IList<string>? A { get; set; }" },
        { "KCR105", "[Default(\"text\")] public string? A { get; set; }" },
        { "KCR106", "[Default(\"1\")] public string? A { get; set; }" },
        { "KCR106", "[Default(\"2147483648\")] public int? A { get; set; }" },
        { "KCR106", "[Default(\"0\"), Minimum(1)] public int? A { get; set; }" },
        { "KCR106", "[Default(\"\\\"C\\\"\"), AllowedValues(\"A\", \"B\")] public string? A { get; set; }" },
        { "KCR106", "[Default(\"{\\\"unknown\\\":1}\")] public Item? A { get; set; }" },
        { "KCR106", "[Default(\"{}\")] public Item? A { get; set; }" },
        { "KCR107", "[ListType(ListKind.Set)] public string? A { get; set; }" },
        { "KCR107", "[ListType(ListKind.Set)] public IList<Item>? A { get; set; }" },
        { "KCR107", "[ListType(ListKind.Map)] public IList<Item>? A { get; set; }" },
        { "KCR107", "[ListType(ListKind.Map, \"X\")] public IList<string>? A { get; set; }" },
        { "KCR108", "[ListType(ListKind.Map, \"Missing\")] public IList<Item>? A { get; set; }" },
        { "KCR108", "[ListType(ListKind.Map, \"Key\")] public IList<Item>? A { get; set; }" },
        { "KCR108", "[ListType(ListKind.Map, \"Part\")] public IList<Item>? A { get; set; }" },
        { "KCR111", "[Atomic] public string? A { get; set; }" },
    };

    public static TheoryData<string> BrokenColumns =>
        [".spec.missing", "spec.size", ".spec", ".spec.size.more", ".spec.list.x", ".spec.a[?(", ".metadata.uuid"];

    [Theory]
    [MemberData(nameof(BrokenKinds))]
    public void BrokenKind(string id, string valid, string broken, string place) =>
        AssertReports(id, TestKind.WithSpec("").Replace(valid, broken, StringComparison.Ordinal), place);

    [Theory]
    [MemberData(nameof(BrokenProperties))]
    public void BrokenProperty(string id, string member) => AssertReports(id, TestKind.WithSpec(member, Types), "A");

    [Theory]
    [MemberData(nameof(BrokenColumns))]
    public void BrokenColumn(string path) => AssertReports(
        "KCR110",
        TestKind.WithSpec(
            "public int? Size { get; set; } public IList<V1Condition>? List { get; set; }",
            attributes: $"[PrinterColumn(\"c\", \"{path}\")]"),
        $"PrinterColumn(\"c\", \"{path}\")");

    [Fact]
    public void ColumnsOfOneName() => AssertReports(
        "KCR110",
        TestKind.WithSpec("", attributes: "[PrinterColumn(\"c\", \".kind\")] [PrinterColumn(\"c\", \".apiVersion\")]"),
        "PrinterColumn(\"c\", \".apiVersion\")");

    [Fact]
    public void RecursionNamesTheCycle()
    {
        var source = TestKind.WithSpec(
            "public One? A { get; set; }",
            """
            public class One { public IList<Two>? B { get; set; } }
            public class Two { public IDictionary<string, One>? C { get; set; } }
            """);
        var problem = AssertReports("KCR012", source, "C");
        Assert.Contains("One -> Two -> One", problem.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void TwoStoredVersionsAreReportedAtBothClasses()
    {
        var second = DefinitionTests.SecondVersion.Replace(", Storage = false", "", StringComparison.Ordinal);
        var generation = Generation.Of(TestKind.WithSpec(""), second);
        Assert.Equal(["KCR013", "KCR013"], generation.DiagnosticIds);
        Assert.DoesNotContain(generation.Files.Keys, f => f.Contains("CustomResourceDefinition", StringComparison.Ordinal));
    }

    private static Diagnostic AssertReports(string id, string source, string place) => DiagnosticAssert.Reports(id, source, place);
}
