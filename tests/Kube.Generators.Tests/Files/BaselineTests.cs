using System.Collections.Immutable;
using System.Globalization;
using Kube.Generators.Json;
using Kube.Generators.Tests.Support;
using Kube.Generators.Yaml;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Tests.Files;

/// <summary>What a released definition promised stays true, or the code says why not.</summary>
public class BaselineTests
{
    private const string Path = "/repo/crd/released/example.com_examples.yaml";
    private const string Types = """
        [JsonConverter(typeof(JsonStringEnumConverter<Few>))] public enum Few { A }
        [JsonConverter(typeof(JsonStringEnumConverter<Many>))] public enum Many { A, B }
        public class Item { public string? Name { get; set; } public string? Other { get; set; } }
        public class Small { public string? X { get; set; } }
        public class Large { public string? X { get; set; } public string? Y { get; set; } }
        """;

    /// <summary>Members before and after, the path, a part of the reason. The way back is allowed when the last value says so.</summary>
    public static TheoryData<string, string, string, string, bool> Breaking => new()
    {
        { "public int? A { get; set; }", "", ".spec.a", "it was removed", true },
        { "public int? A { get; set; }", "public string? A { get; set; }", ".spec.a", "its type was integer and is string", false },
        { "public int? A { get; set; }", "public IntOrString? A { get; set; }", ".spec.a", "was integer and is integer or string", false },
        { "", "[Required] public string? A { get; set; }", ".spec.a", "it is new, required, and has no default", false },
        { "public string? A { get; set; }", "[Required] public string? A { get; set; }", ".spec.a", "it was optional, is required", true },
        { "public Many? A { get; set; }", "public Few? A { get; set; }", ".spec.a", "the value \"B\" was removed", true },
        { "public string? A { get; set; }", "[AllowedValues(\"x\")] public string? A { get; set; }", ".spec.a", "takes only [\"x\"] now", true },
        { "public int? A { get; set; }", "[Minimum(0)] public int? A { get; set; }", ".spec.a", "it has a minimum of 0 now", true },
        { "[Minimum(0)] public int? A { get; set; }", "[Minimum(1)] public int? A { get; set; }", ".spec.a", "its minimum was 0 and is tighter now: 1", true },
        { "[Minimum(0)] public int? A { get; set; }", "[Minimum(0, IsExclusive = true)] public int? A { get; set; }", ".spec.a", "its minimum was 0", true },
        { "[Maximum(9)] public int? A { get; set; }", "[Maximum(8)] public int? A { get; set; }", ".spec.a", "its maximum was 9 and is tighter now: 8", true },
        { "public string? A { get; set; }", "[MinLength(1)] public string? A { get; set; }", ".spec.a", "it has a minLength of 1 now", true },
        { "[MaxLength(9)] public string? A { get; set; }", "[MaxLength(8)] public string? A { get; set; }", ".spec.a", "its maxLength was 9", true },
        { "public IList<string>? A { get; set; }", "[MaxLength(8)] public IList<string>? A { get; set; }", ".spec.a", "it has a maxItems of 8 now", true },
        { "public IDictionary<string, string>? A { get; set; }", "[MaxLength(8)] public IDictionary<string, string>? A { get; set; }", ".spec.a", "it has a maxProperties of 8 now", true },
        { "public string? A { get; set; }", "[RegularExpression(\"a+\")] public string? A { get; set; }", ".spec.a", "its pattern was nothing and is", true },
        { "[RegularExpression(\"a+\")] public string? A { get; set; }", "[RegularExpression(\"b+\")] public string? A { get; set; }", ".spec.a", "its pattern was", false },
        { "public int? A { get; set; }", "public long? A { get; set; }", ".spec.a", "its format was \"int32\" and is \"int64\"", false },
        { "public IList<string>? A { get; set; }", "public ISet<string>? A { get; set; }", ".spec.a", "the list was atomic and is a set", false },
        { "[ListType(ListKind.Map, nameof(Item.Name))] public IList<Named>? A { get; set; }", "[ListType(ListKind.Map, nameof(Item.Name), nameof(Item.Other))] public IList<Named>? A { get; set; }", ".spec.a", "the list was a map by name and is a map by name, other", false },
        { "public Item? A { get; set; }", "[Atomic] public Item? A { get; set; }", ".spec.a", "the object was granular and is atomic", false },
        { "[Nullable] public int? A { get; set; }", "public int? A { get; set; }", ".spec.a", "null was a value", true },
        { "[PreserveUnknownFields] public Item? A { get; set; }", "public Item? A { get; set; }", ".spec.a", "drops them now", true },
        { "public Large? A { get; set; }", "public Small? A { get; set; }", ".spec.a.y", "it was removed", true },
        { "public IList<Large>? A { get; set; }", "public IList<Small>? A { get; set; }", ".spec.a[*].y", "it was removed", true },
        { "public IDictionary<string, Large>? A { get; set; }", "public IDictionary<string, Small>? A { get; set; }", ".spec.a[*].y", "it was removed", true },
        { "public IDictionary<string, string>? A { get; set; }", "public Small? A { get; set; }", ".spec.a", "it was a map with any keys", false },
    };

    [Theory]
    [MemberData(nameof(Breaking))]
    public void WhatTakesAwayIsAnError(string old, string now, string path, string reason, bool isLooseningBack)
    {
        var problem = Assert.Single(Changes(Source(old), Source(now)));
        Assert.Equal(("KCR180", DiagnosticSeverity.Error), (problem.Id, problem.Severity));
        var message = problem.GetMessage(CultureInfo.InvariantCulture);
        Assert.StartsWith($"'{path}' of 'examples.example.com/v1' breaks the released definition: ", message, StringComparison.Ordinal);
        Assert.Contains(reason, message, StringComparison.Ordinal);

        Assert.Empty(Changes(Source(old), Source(old)));
        if (isLooseningBack)
        {
            Assert.Empty(Changes(Source(now), Source(old)));
        }
    }

    [Theory]
    [InlineData("[Default(\"1\")] public int? A { get; set; }", "[Default(\"2\")] public int? A { get; set; }", "its default was 1 and is 2")]
    [InlineData("[Default(\"1\")] public int? A { get; set; }", "public int? A { get; set; }", "its default 1 was removed")]
    [InlineData("public int? A { get; set; }", "[CelRule(\"self > 0\", Message = \"no\")] public int? A { get; set; }", "the rule 'self > 0' is new")]
    public void WhatSurprisesIsAWarning(string old, string now, string reason)
    {
        var problem = Assert.Single(Changes(Source(old), Source(now)));
        Assert.Equal(("KCR181", DiagnosticSeverity.Warning), (problem.Id, problem.Severity));
        Assert.Contains(reason, problem.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Empty(Changes(Source(now), Source(now)));
    }

    [Theory]
    [InlineData("Group = \"example.com\"", "Group = \"example.org\"", "group", "it was example.com and is example.org")]
    [InlineData("PluralName = \"examples\"", "PluralName = \"exempla\"", "names.plural", "it was examples and is exempla")]
    [InlineData("Kind = \"Example\"", "Kind = \"Sample\"", "names.kind", "it was Example and is Sample")]
    [InlineData("[CustomResource(", "[CustomResource(Scope = ResourceScope.Cluster, ", "scope", "it was Namespaced and is Cluster")]
    [InlineData("ApiVersion = \"v1\"", "ApiVersion = \"v2\"", "versions.v1", "the version is gone, and objects are stored in it")]
    [InlineData("[CustomResource(", "[CustomResource(Served = false, ", "versions.v1", "the version is no longer served")]
    [InlineData("public ExampleStatus? Status", "public ExampleStatus? State", "versions.v1", "the subresource status was removed")]
    public void IdentityIsKept(string old, string now, string path, string reason)
    {
        var source = TestKind.WithSpec("", "public class ExampleStatus { }", kindMembers: "public ExampleStatus? Status { get; set; }");
        var problem = Changes(source, source.Replace(old, now, StringComparison.Ordinal)).First(d => d.Id == "KCR180");
        Assert.Contains($"'{path}'", problem.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Contains(reason, problem.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void KindThatIsGoneIsShownAtTheFile()
    {
        var released = Released(Source(""));
        var problem = Assert.Single(FileRun.Of(Source("").Replace("Example", "Other", StringComparison.Ordinal).Replace("examples", "others", StringComparison.Ordinal), false, released).Diagnostics);
        Assert.Equal(("KCR180", Path), (problem.Id, problem.Location.GetLineSpan().Path));
    }

    [Fact]
    public void ChangeIsShownAtItsProperty()
    {
        var source = Source("public IList<Small>? A { get; set; }");
        var removed = Assert.Single(Changes(Source("public IList<Large>? A { get; set; }"), source));
        Assert.Equal("A", source.Substring(removed.Location.SourceSpan.Start, removed.Location.SourceSpan.Length));

        source = Source("[Minimum(1)] public int? A { get; set; }");
        var tightened = Assert.Single(Changes(Source("public int? A { get; set; }"), source));
        Assert.Equal("A", source.Substring(tightened.Location.SourceSpan.Start, tightened.Location.SourceSpan.Length));
    }

    [Theory]
    [InlineData("this: is: wrong")]
    [InlineData("a: &anchor b")]
    [InlineData("kind: ConfigMap")]
    [InlineData("")]
    public void UnreadableFileIsShown(string text)
    {
        var problem = Assert.Single(FileRun.Of(Source(""), false, new BuildFile("released", Path, text)).Diagnostics);
        Assert.Equal(("KCR182", Path), (problem.Id, problem.Location.GetLineSpan().Path));
    }

    [Fact]
    public void ChangeIsAllowedWithAReason() =>
        Assert.Empty(Allowing("[AllowBreakingChange(\".spec.a\", Justification = \"Never used.\")]"));

    [Theory]
    [InlineData("[AllowBreakingChange(\".spec.a\")]", "KCR183")]
    [InlineData("[AllowBreakingChange(\".spec.a\", Justification = \" \")]", "KCR183")]
    [InlineData("[AllowBreakingChange(\".spec.a\", Justification = \"Never used.\")] [AllowBreakingChange(\".spec.b\", Justification = \"?\")]", "KCR184")]
    public void AllowanceNeedsAReasonAndAChange(string attributes, string id)
    {
        var problem = Assert.Single(Allowing(attributes));
        Assert.Equal(id, problem.Id);
        var source = Source("", attributes);
        Assert.StartsWith(
            "AllowBreakingChange(", source.Substring(problem.Location.SourceSpan.Start, problem.Location.SourceSpan.Length), StringComparison.Ordinal);
    }

    private static ImmutableArray<Diagnostic> Allowing(string attributes) =>
        Changes(Source("public int? A { get; set; }"), Source("", attributes));

    private static ImmutableArray<Diagnostic> Changes(string old, string now) => FileRun.Of(now, false, Released(old)).Diagnostics;

    private static BuildFile Released(string source) => new(
        "released", Path, YamlPrinter.Print((JsonObject)JsonReader.Read(Manifest(source))!));

    private static string Manifest(string source)
    {
        var generation = Generation.Of(source);
        Assert.Empty(generation.Result.Diagnostics);
        return generation.ManifestText();
    }

    private static string Source(string members, string attributes = "") => TestKind.WithSpec(
        members,
        Types + "public class Named { [Required] public string? Name { get; set; } [Required] public string? Other { get; set; } }",
        attributes);
}
