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

    /// <summary>What is done, members before and after, the path, a part of the reason. The way back is allowed when the last value says so.</summary>
    public static TheoryData<string, string, string, string, string, bool> Breaking => new()
    {
        { "property removed", "public int? A { get; set; }", "", ".spec.a", "it was removed", true },
        { "type changed", "public int? A { get; set; }", "public string? A { get; set; }", ".spec.a", "its type was integer and is string", false },
        { "type widened to int-or-string", "public int? A { get; set; }", "public IntOrString? A { get; set; }", ".spec.a", "was integer and is integer or string", false },
        { "newly required without default", "", "[Required] public string? A { get; set; }", ".spec.a", "it is new, required, and has no default", false },
        { "optional became required", "public string? A { get; set; }", "[Required] public string? A { get; set; }", ".spec.a", "it was optional, is required", true },
        { "enum value removed", "public Many? A { get; set; }", "public Few? A { get; set; }", ".spec.a", "the value \"B\" was removed", true },
        { "enum new", "public string? A { get; set; }", "[AllowedValues(\"x\")] public string? A { get; set; }", ".spec.a", "takes only [\"x\"] now", true },
        { "minimum new", "public int? A { get; set; }", "[Minimum(0)] public int? A { get; set; }", ".spec.a", "it has a minimum of 0 now", true },
        { "minimum tightened", "[Minimum(0)] public int? A { get; set; }", "[Minimum(1)] public int? A { get; set; }", ".spec.a", "its minimum was 0 and is tighter now: 1", true },
        { "minimum made exclusive", "[Minimum(0)] public int? A { get; set; }", "[Minimum(0, IsExclusive = true)] public int? A { get; set; }", ".spec.a", "its minimum was 0", true },
        { "maximum tightened", "[Maximum(9)] public int? A { get; set; }", "[Maximum(8)] public int? A { get; set; }", ".spec.a", "its maximum was 9 and is tighter now: 8", true },
        { "minLength new", "public string? A { get; set; }", "[MinLength(1)] public string? A { get; set; }", ".spec.a", "it has a minLength of 1 now", true },
        { "maxLength tightened", "[MaxLength(9)] public string? A { get; set; }", "[MaxLength(8)] public string? A { get; set; }", ".spec.a", "its maxLength was 9", true },
        { "maxItems new", "public IList<string>? A { get; set; }", "[MaxLength(8)] public IList<string>? A { get; set; }", ".spec.a", "it has a maxItems of 8 now", true },
        { "maxProperties new", "public IDictionary<string, string>? A { get; set; }", "[MaxLength(8)] public IDictionary<string, string>? A { get; set; }", ".spec.a", "it has a maxProperties of 8 now", true },
        { "pattern new", "public string? A { get; set; }", "[RegularExpression(\"a+\")] public string? A { get; set; }", ".spec.a", "its pattern was nothing and is", true },
        { "pattern changed", "[RegularExpression(\"a+\")] public string? A { get; set; }", "[RegularExpression(\"b+\")] public string? A { get; set; }", ".spec.a", "its pattern was", false },
        { "format changed", "public int? A { get; set; }", "public long? A { get; set; }", ".spec.a", "its format was \"int32\" and is \"int64\"", false },
        { "list type changed", "public IList<string>? A { get; set; }", "public ISet<string>? A { get; set; }", ".spec.a", "the list was atomic and is a set", false },
        { "list map keys changed", "[ListType(ListKind.Map, nameof(Item.Name))] public IList<Named>? A { get; set; }", "[ListType(ListKind.Map, nameof(Item.Name), nameof(Item.Other))] public IList<Named>? A { get; set; }", ".spec.a", "the list was a map by name and is a map by name, other", false },
        { "map type changed", "public Item? A { get; set; }", "[Atomic] public Item? A { get; set; }", ".spec.a", "the object was granular and is atomic", false },
        { "null refused", "[Nullable] public int? A { get; set; }", "public int? A { get; set; }", ".spec.a", "null was a value", true },
        { "unknown fields dropped", "[PreserveUnknownFields] public Item? A { get; set; }", "public Item? A { get; set; }", ".spec.a", "drops them now", true },
        { "property of an object removed", "public Large? A { get; set; }", "public Small? A { get; set; }", ".spec.a.y", "it was removed", true },
        { "property of an item removed", "public IList<Large>? A { get; set; }", "public IList<Small>? A { get; set; }", ".spec.a[*].y", "it was removed", true },
        { "property of a value removed", "public IDictionary<string, Large>? A { get; set; }", "public IDictionary<string, Small>? A { get; set; }", ".spec.a[*].y", "it was removed", true },
        { "map became an object", "public IDictionary<string, string>? A { get; set; }", "public Small? A { get; set; }", ".spec.a", "it was a map with any keys", false },
    };

    [Theory]
    [MemberData(nameof(Breaking))]
    public void WhatTakesAwayIsAnError(string change, string old, string now, string path, string reason, bool isLooseningBack)
    {
        Assert.NotEmpty(change);
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
    [InlineData("default changed", "[Default(\"1\")] public int? A { get; set; }", "[Default(\"2\")] public int? A { get; set; }", "its default was 1 and is 2")]
    [InlineData("default removed", "[Default(\"1\")] public int? A { get; set; }", "public int? A { get; set; }", "its default 1 was removed")]
    [InlineData("CEL rule added", "public int? A { get; set; }", "[CelRule(\"self > 0\", Message = \"no\")] public int? A { get; set; }", "the rule 'self > 0' is new")]
    public void WhatSurprisesIsAWarning(string change, string old, string now, string reason)
    {
        Assert.NotEmpty(change);
        var problem = Assert.Single(Changes(Source(old), Source(now)));
        Assert.Equal(("KCR181", DiagnosticSeverity.Warning), (problem.Id, problem.Severity));
        Assert.Contains(reason, problem.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Empty(Changes(Source(now), Source(now)));
    }

    [Theory]
    [InlineData("group changed", "Group = \"example.com\"", "Group = \"example.org\"", "group", "it was example.com and is example.org")]
    [InlineData("plural changed", "PluralName = \"examples\"", "PluralName = \"exempla\"", "names.plural", "it was examples and is exempla")]
    [InlineData("kind changed", "Kind = \"Example\"", "Kind = \"Sample\"", "names.kind", "it was Example and is Sample")]
    [InlineData("scope changed", "[CustomResource(", "[CustomResource(Scope = ResourceScope.Cluster, ", "scope", "it was Namespaced and is Cluster")]
    [InlineData("storage version dropped", "ApiVersion = \"v1\"", "ApiVersion = \"v2\"", "versions.v1", "the version is gone, and objects are stored in it")]
    [InlineData("served version gone", "[CustomResource(", "[CustomResource(Served = false, ", "versions.v1", "the version is no longer served")]
    [InlineData("subresource removed", "public ExampleStatus? Status", "public ExampleStatus? State", "versions.v1", "the subresource status was removed")]
    public void IdentityIsKept(string change, string old, string now, string path, string reason)
    {
        Assert.NotEmpty(change);
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

    [Fact]
    public void ChangesOfOnePathAreOneProblem()
    {
        const string Now = "[Default(\"2\"), Minimum(1), Maximum(5), CelRule(\"self != 3\", Message = \"no\")] public int? A { get; set; }";
        var problem = Assert.Single(Changes(Source("[Default(\"1\")] public int? A { get; set; }"), Source(Now)));
        Assert.Equal("KCR180", problem.Id);
        Assert.Contains(
            "it has a minimum of 1 now; it has a maximum of 5 now; its default was 1 and is 2; the rule 'self != 3' is new",
            problem.GetMessage(CultureInfo.InvariantCulture),
            StringComparison.Ordinal);
        Assert.Empty(Changes(
            Source("[Default(\"1\")] public int? A { get; set; }"),
            Source(Now, "[AllowBreakingChange(\".spec.a\", Justification = \"Never used.\")]")));
    }

    [Theory]
    [InlineData("additional property", "", "public int? A { get; set; }")]
    [InlineData("required with default", "", "[Required, Default(\"1\")] public int? A { get; set; }")]
    [InlineData("bounds loosened", "[Range(1, 5)] public int? A { get; set; }", "[Range(0, 6)] public int? A { get; set; }")]
    [InlineData("enum value added", "public Few? A { get; set; }", "public Many? A { get; set; }")]
    [InlineData("null taken", "public int? A { get; set; }", "[Nullable] public int? A { get; set; }")]
    [InlineData("default added", "public int? A { get; set; }", "[Default(\"1\")] public int? A { get; set; }")]
    [InlineData("rule removed", "[CelRule(\"self > 0\")] public int? A { get; set; }", "public int? A { get; set; }")]
    [InlineData("documentation changed", "/// <summary>One.</summary>\n public int? A { get; set; }", "/// <summary>Two.</summary>\n public int? A { get; set; }")]
    public void WhatAddsOrLoosensIsFine(string change, string old, string now)
    {
        Assert.NotEmpty(change);
        Assert.Empty(Changes(Source(old), Source(now)));
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
