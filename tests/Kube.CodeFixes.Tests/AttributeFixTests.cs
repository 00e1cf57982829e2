using Kube.Generators.Tests.Support;

namespace Kube.CodeFixes.Tests;

/// <summary>Attributes and their arguments are added, set and removed.</summary>
public class AttributeFixTests
{
    [Theory]
    [InlineData("[Atomic] public string? A { get; set; }", "Remove [Atomic]", "    public string? A")]
    [InlineData("[Atomic, MaxLength(3)] public string? A { get; set; }", "Remove [Atomic]", "    [MaxLength(3)] public string? A")]
    [InlineData("[Compare(\"B\")] public string? A { get; set; }", "Remove [Compare]", "    public string? A")]
    [InlineData("[Selectable] public double? A { get; set; }", "Remove [Selectable]", "    public double? A")]
    [InlineData("[Nullable, Default(\"1\")] public int? A { get; set; }", "Remove [Nullable]", "    [Default(\"1\")] public int? A")]
    [InlineData("[Format(\"ip\")] public string? A { get; set; }", "Remove [Format]", "    public string? A")]
    [InlineData("/// <summary>A.</summary>\n    [CelRule(\"true\")]\n    public string? A { get; set; }", "Remove [CelRule]", "    /// <summary>A.</summary>\n    public string? A")]
    public Task AnAttributeWithoutMeaningIsRemoved(string member, string title, string expected) =>
        FixRun.MendsAsync(new RemoveAttributeFix(), TestKind.WithSpec(member), title, expected);

    [Fact]
    public Task AllAttributesWithoutMeaningAreRemovedAtOnce() => FixRun.MendsAllAsync(
        new RemoveAttributeFix(),
        TestKind.WithSpec("[Atomic, CelRule(\"true\")] public string? A { get; set; } [Atomic] public int? B { get; set; }"),
        "public string? A { get; set; } public int? B");

    [Fact]
    public async Task AnAllowanceThatNobodyNeedsIsRemoved()
    {
        const string Allowance = "[AllowBreakingChange(\".spec.b\", Justification = \"Never used.\")]";
        var source = TestKind.WithSpec("", attributes: Allowance);
        var diagnostics = FileRun.Of(source, false, Released(source.Replace(Allowance, "", StringComparison.Ordinal))).Diagnostics;
        var (titles, mended) = await FixRun.OfAsync(new RemoveAttributeFix(), source, diagnostics);
        Assert.Equal(["Remove [AllowBreakingChange]"], titles);
        Assert.DoesNotContain("AllowBreakingChange", mended, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AChangeThatIsMeantIsAllowed()
    {
        var source = TestKind.WithSpec("[Minimum(1)] public int? A { get; set; }");
        var diagnostics = FileRun.Of(source, false, Released(TestKind.WithSpec("public int? A { get; set; }"))).Diagnostics;
        var (titles, mended) = await FixRun.OfAsync(new AllowChangeFix(), source, diagnostics);
        Assert.Equal(["Allow the change of .spec.a"], titles);
        Assert.Contains("[AllowBreakingChange(\".spec.a\", Justification = \"\")]\n[KubernetesEntity", mended, StringComparison.Ordinal);
        Assert.Equal(["KCR183"], FileRun.Of(mended, false, Released(TestKind.WithSpec("public int? A { get; set; }"))).Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public Task ACycleIsCut() => FixRun.MendsAsync(
        new CutCycleFix(),
        TestKind.WithSpec("public IList<ExampleSpec>? A { get; set; }"),
        "Leave what is below unchecked",
        "[PreserveUnknownFields]\n    public IList<ExampleSpec>? A");

    [Theory]
    [InlineData("[Default(\"text\")] public string? A { get; set; }", "[Default(\"\\\"text\\\"\")]")]
    [InlineData("[Default(@\"C:\\a\")] public string? A { get; set; }", "[Default(\"\\\"C:\\\\\\\\a\\\"\")]")]
    [InlineData("[Default(\"1\")] public string? A { get; set; }", "[Default(\"\\\"1\\\"\")]")]
    [InlineData("[Default(\"Red\")] public Colour? A { get; set; }", "[Default(\"\\\"Red\\\"\")]")]
    public Task ADefaultIsQuoted(string member, string expected) => FixRun.MendsAsync(
        new QuoteDefaultFix(),
        TestKind.WithSpec(member, "[JsonConverter(typeof(JsonStringEnumConverter<Colour>))] public enum Colour { Red }"),
        "Write the text as JSON",
        expected);

    [Fact]
    public async Task ADefaultThatIsNoTextIsLeftAlone() => Assert.Empty(
        (await FixRun.OfAsync(new QuoteDefaultFix(), TestKind.WithSpec("[Default(\"x\")] public int? A { get; set; }"))).Titles);

    [Theory]
    [InlineData(", PluralName = \"examples\"", "", "examples")]
    [InlineData("Kind = \"Example\", PluralName = \"examples\"", "Kind = \"ExampleIndex\"", "exampleindexes")]
    public Task AGuessedPluralIsWrittenDown(string before, string after, string plural) => FixRun.MendsAsync(
        new SetArgumentFix(),
        TestKind.WithSpec("").Replace(before, after, StringComparison.Ordinal),
        $"Set PluralName to '{plural}'",
        $", PluralName = \"{plural}\")]");

    [Fact]
    public async Task OneOfTwoStoredVersionsGivesWay()
    {
        var source = TestKind.WithSpec("") + Second;
        var (titles, mended) = await FixRun.OfAsync(new SetArgumentFix(), source);
        Assert.Single(titles);
        Assert.Contains(", Storage = false)]", mended, StringComparison.Ordinal);
        Assert.DoesNotContain("KCR013", Generation.Of(mended).DiagnosticIds);
    }

    [Fact]
    public Task AKindIsServed() => FixRun.MendsAsync(
        new RemoveArgumentFix(),
        TestKind.WithSpec("").Replace("JsonContext =", "Served = false, JsonContext =", StringComparison.Ordinal),
        "Remove Served = false",
        "[CustomResource(JsonContext = typeof(ExampleJson))]");

    [Fact]
    public Task ARuleWithoutOldValueIsPlain() => FixRun.MendsAsync(
        new RemoveArgumentFix(),
        TestKind.WithSpec("[CelRule(\"self > 1\", OptionalOldSelf = true)] public int? A { get; set; }"),
        "Remove OptionalOldSelf = true",
        "[CelRule(\"self > 1\")]");

    [Fact]
    public async Task AJsonContextIsWritten()
    {
        var source = TestKind.WithSpec("").Replace("[CustomResource(JsonContext = typeof(ExampleJson))]", "[CustomResource]", StringComparison.Ordinal);
        var (titles, mended) = await FixRun.OfAsync(new CreateJsonContextFix(), source[..source.IndexOf("[JsonSource", StringComparison.Ordinal)]);
        Assert.Equal(["Create ExampleJson"], titles);
        Assert.Contains("[CustomResource(JsonContext = typeof(ExampleJson))]", mended, StringComparison.Ordinal);
        Assert.Contains(
            "/// <summary>Source-generated JSON of <see cref=\"Example\"/>.</summary>\n[JsonSerializable(typeof(Example))]\npublic sealed partial class ExampleJson : JsonSerializerContext;",
            mended,
            StringComparison.Ordinal);
        Assert.DoesNotContain(Generation.Of(mended).DiagnosticIds, id => id is "KCR005" or "KCR006");
    }

    private static string Second => """


        [KubernetesEntity(Group = "example.com", ApiVersion = "v2", Kind = "Example", PluralName = "examples")]
        [CustomResource(JsonContext = typeof(NewerJson))]
        public sealed partial record Newer : IKubernetesObject<V1ObjectMeta>
        {
            public string ApiVersion { get; set; } = "example.com/v2";
            public string Kind { get; set; } = "Example";
            public V1ObjectMeta Metadata { get; set; } = new();
        }

        """ + TestKind.JsonContext("NewerJson", "Newer");

    private static BuildFile Released(string source) => new(
        "released",
        "/repo/crd/released/example.com_examples.yaml",
        Kube.Generators.Yaml.YamlPrinter.Print((Kube.Generators.Json.JsonObject)Kube.Generators.Json.JsonReader.Read(Generation.Of(source).ManifestText())!));
}
