using System.Globalization;
using Kube.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Tests.Pipeline;

/// <summary>What code begins with and the server cannot, or what contradicts it, is shown at the initialiser.</summary>
public class DefaultDiagnosticTests
{
    private const string Types = """
        [JsonConverter(typeof(JsonStringEnumConverter<Colour>))] public enum Colour { Red, Blue }
        public class Part { public string Name { get; set; } = null!; public int? Size { get; set; } }
        public class Made { public Made() { Size = 3; } public int? Size { get; set; } }
        public static class Values { public static readonly string Text = "a"; public static int Next() => 1; public static string Empty => "x"; }
        """;

    /// <summary>Types and initialisers that only running code knows.</summary>
    public static TheoryData<string, string> Running => new()
    {
        { "string", "Guid.NewGuid().ToString()" },
        { "string", "Values.Text" },
        { "string", "Values.Empty" },
        { "string", "$\"{Values.Next()}\"" },
        { "int", "Values.Next()" },
        { "int", "\"abc\".Length" },
        { "double", "double.NaN" },
        { "double", "double.PositiveInfinity" },
        { "DateTime", "DateTime.UtcNow" },
        { "DateOnly", "new(2024, 1, 1)" },
        { "ResourceQuantity", "new(1, 0, ResourceQuantity.SuffixFormat.DecimalSI)" },
        { "IList<string>", "[.. Values.Text.Split(',')]" },
        { "IList<string>", "[Values.Text]" },
        { "List<string>", "new(Values.Text.Split(','))" },
        { "IDictionary<string, string>", "new Dictionary<string, string> { [Values.Text] = \"a\" }" },
        { "JsonNode", "new JsonArray(1)" },
        { "Made", "new()" },
        { "Part", "new() { Name = Values.Text }" },
        { "Part", "Values.Next() > 0 ? new() : new()" },
    };

    /// <summary>Members whose initialiser breaks their own schema, and the initialiser.</summary>
    public static TheoryData<string, string> Broken => new()
    {
        { "[Minimum(1)] public int A { get; set; } = 0;", "0" },
        { "[Range(1, 5)] public int A { get; set; } = 6;", "6" },
        { "[StringLength(3)] public string A { get; set; } = \"long\";", "\"long\"" },
        { "[RegularExpression(\"[a-z]+\")] public string A { get; set; } = \"\";", "\"\"" },
        { "[AllowedValues(\"a\", \"b\")] public string A { get; set; } = \"c\";", "\"c\"" },
        { "public Colour A { get; set; } = (Colour)7;", "(Colour)7" },
        { "public Part A { get; set; } = new() { Size = 1 };", "new() { Size = 1 }" },
        { "public IList<Part> A { get; set; } = [new()];", "[new()]" },
        { "public HashSet<string> A { get; set; } = [\"a\", \"a\"];", "[\"a\", \"a\"]" },
        { "public ResourceQuantity A { get; set; } = \"one\";", "\"one\"" },
    };

    [Theory]
    [MemberData(nameof(Running))]
    public void InitialiserThatOnlyRuns(string type, string initialiser)
    {
        var problem = DiagnosticAssert.Reports("KCR028", TestKind.WithSpec($"public {type} A {{ get; set; }} = {initialiser};", Types), initialiser);
        Assert.Contains($"'A' begins with {initialiser}, which is no constant", problem.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void InitialiserThatBreaksItsOwnSchema(string member, string initialiser) =>
        DiagnosticAssert.Reports("KCR106", TestKind.WithSpec(member, Types), initialiser);

    [Fact]
    public void InitialiserOfAParameterIsShownThere() =>
        DiagnosticAssert.Reports("KCR106", TestKind.WithSpec("public Piece? A { get; set; }", "public record Piece([property: Minimum(5)] int Size = 3);"), "3");

    [Theory]
    [InlineData("[Default(\"2\")] public int A { get; set; } = 1;", "1")]
    [InlineData("[Default(\"\\\"b\\\"\")] public string A { get; set; } = \"a\";", "\"a\"")]
    [InlineData("[Default(\"[]\")] public IList<int> A { get; set; } = [1];", "[1]")]
    public void AttributeAndInitialiserDiffer(string member, string place) => DiagnosticAssert.Reports("KCR029", TestKind.WithSpec(member), place);

    [Fact]
    public void AttributeAndInitialiserAgree() => DiagnosticAssert.IsSilent(TestKind.WithSpec(
        "[Default(\"1.0\")] public double A { get; set; } = 1; [Default(\"{}\")] public Loose B { get; set; } = new();",
        "public class Loose { public int? A { get; set; } }"));

    [Theory]
    [InlineData("public int A { get; set; } = 1;")]
    [InlineData("public bool A { get; set; } = true;")]
    [InlineData("public Colour A { get; set; } = Colour.Blue;")]
    [InlineData("[Required] public int A { get; set; }")]
    public void ZeroIsNeverSent(string member)
    {
        const string Attribute = "[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] ";
        DiagnosticAssert.Reports("KCR030", TestKind.WithSpec(Attribute + member, Types), "A");
        var ofContext = TestKind.WithSpec(member, Types).Replace(
            "[JsonSourceGenerationOptions(", "[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, ", StringComparison.Ordinal);
        DiagnosticAssert.Reports("KCR030", ofContext, "A");
    }

    [Theory]
    [InlineData("public int A { get; set; }")]
    [InlineData("public int A { get; set; } = 0;")]
    [InlineData("public int? A { get; set; } = 1;")]
    [InlineData("public string A { get; set; } = \"x\";")]
    public void ZeroThatNobodyMisses(string member) => DiagnosticAssert.IsSilent(TestKind.WithSpec(member).Replace(
        "[JsonSourceGenerationOptions(", "[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, ", StringComparison.Ordinal));

    [Fact]
    public void RequiredStatus() => DiagnosticAssert.Reports(
        "KCR031",
        TestKind.WithSpec("", "public class ExampleStatus { }", kindMembers: "[Required] public ExampleStatus? Status { get; set; }"),
        "Status");

    [Fact]
    public void NewObjectThatTheServerCannotMake() =>
        DiagnosticAssert.Reports("KCR032", TestKind.WithSpec("public Part A { get; set; } = new();", Types), "new()");

    /// <summary>Off unless asked for: where the released definition is kept, <c>required</c> is safe and common.</summary>
    [Theory]
    [InlineData("public required string A { get; set; }", true)]
    [InlineData("[JsonRequired] public int A { get; set; }", true)]
    [InlineData("public required string A { get; set; } = \"x\";", false)]
    [InlineData("[Default(\"1\")] public required int A { get; set; }", false)]
    [InlineData("public string A { get; set; } = null!;", false)]
    public void ObjectThatCannotBeReadWithoutAMember(string member, bool isReported)
    {
        var source = TestKind.WithSpec(member);
        DiagnosticAssert.IsSilent(source);
        var compilation = Generation.Compile(source);
        compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(
            new Dictionary<string, ReportDiagnostic> { ["KCR027"] = ReportDiagnostic.Warn }));
        var diagnostics = Generation.Driver().RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult().Diagnostics;
        Assert.Equal(isReported ? ["KCR027"] : [], diagnostics.Select(d => d.Id));
    }
}
