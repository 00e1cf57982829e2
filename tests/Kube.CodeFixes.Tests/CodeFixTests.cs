using Kube.Generators.Tests.Support;

namespace Kube.CodeFixes.Tests;

public class CodeFixTests
{
    [Fact]
    public Task AKindIsMadePartial() => FixRun.MendsAsync(
        new AddPartialFix(),
        TestKind.WithSpec("").Replace("sealed partial record", "sealed record", StringComparison.Ordinal),
        "Make Example partial",
        "public sealed partial record Example");

    [Theory]
    [InlineData("[CelRule(\"self.Size > 1\")]", "[CelRule(\"self.size > 1\")]")]
    [InlineData("[CelRule(\"self.size > 1 && \" + @\"slef.size < 3\")]", "[CelRule(\"self.size > 1 && \" + @\"self.size < 3\")]")]
    public Task ANameInARuleIsPutRight(string wrong, string right) => FixRun.MendsAsync(
        new ReplaceNameFix(),
        TestKind.WithSpec("public int Size { get; set; }", specAttributes: wrong),
        $"Change to '{(wrong.Contains("slef", StringComparison.Ordinal) ? "self" : "size")}'",
        right);

    [Fact]
    public Task AFunctionInARuleIsPutRight() => FixRun.MendsAsync(
        new ReplaceNameFix(),
        TestKind.WithSpec("public string? Name { get; set; }", specAttributes: "[CelRule(\"self.name.startWith('a')\")]"),
        "Change to 'startsWith'",
        "[CelRule(\"self.name.startsWith('a')\")]");

    [Theory]
    [InlineData(".nme", ".name")]
    [InlineData(".part.siez", ".part.size")]
    public Task AFieldPathIsPutRight(string wrong, string right) => FixRun.MendsAsync(
        new ReplaceNameFix(),
        TestKind.WithSpec(
            "public string? Name { get; set; } public Part? Part { get; set; }",
            "public class Part { public int? Size { get; set; } }",
            specAttributes: $"[CelRule(\"self == oldSelf\", FieldPath = \"{wrong}\")]"),
        $"Change to '{right}'",
        $"FieldPath = \"{right}\")]");

    [Fact]
    public Task AllNamesAreMendedAtOnce() => FixRun.MendsAllAsync(
        new ReplaceNameFix(),
        TestKind.WithSpec("public int Size { get; set; }", specAttributes: "[CelRule(\"slef.size > 1 && slef.size < 3\"), CelRule(\"self.Size > 1\")]"),
        "[CelRule(\"self.size > 1 && self.size < 3\"), CelRule(\"self.size > 1\")]");

    [Theory]
    [InlineData("[CelRule(Rule)]")]
    [InlineData("[CelRule(\"self.nothingLikeIt > 1\")]")]
    public async Task WithoutAPlaceOrANameNothingIsOffered(string attribute)
    {
        var source = TestKind.WithSpec(
            "public int Size { get; set; }", "static class Rules { public const string Rule = \"self.Size > 1\"; }", specAttributes: attribute)
            .Replace("(Rule)", "(Rules.Rule)", StringComparison.Ordinal);
        Assert.Empty((await FixRun.OfAsync(new ReplaceNameFix(), source)).Titles);
    }

    [Theory]
    [InlineData("public Colour? A { get; set; }")]
    [InlineData("public IDictionary<string, IList<Colour>>? A { get; set; }")]
    [InlineData("public Colour[]? A { get; set; }")]
    public Task AnEnumIsWrittenAsText(string member) => FixRun.MendsAsync(
        new WriteEnumAsTextFix(),
        TestKind.WithSpec(member, "/// <summary>A colour.</summary>\npublic enum Colour { Red }"),
        "Write Colour as text",
        "/// <summary>A colour.</summary>\n[JsonConverter(typeof(JsonStringEnumConverter<Colour>))]\npublic enum Colour");

    [Fact]
    public Task AKindIsAddedToItsContext() => FixRun.MendsAsync(
        new RegisterInJsonContextFix(),
        TestKind.WithSpec("").Replace("[JsonSerializable(typeof(Example))]", "", StringComparison.Ordinal),
        "Add Example to ExampleJson",
        "[JsonSerializable(typeof(Example))]");

    [Fact]
    public Task AContextIsMadeToWriteCamelCase() => FixRun.MendsAsync(
        new RegisterInJsonContextFix(),
        TestKind.WithSpec("").Replace("JsonKnownNamingPolicy.CamelCase", "JsonKnownNamingPolicy.KebabCaseLower", StringComparison.Ordinal),
        "Write camel case in ExampleJson",
        "PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase");
}
