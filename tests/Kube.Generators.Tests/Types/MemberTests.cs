using Kube.Generators.Schema;
using Kube.Generators.Tests.Support;

namespace Kube.Generators.Tests.Types;

/// <summary>Which members a schema has: those that JSON both writes and reads.</summary>
public class MemberTests
{
    private static readonly string[] s_members =
    [
        "public string? A { get; set; }",
        "public string? A { get; init; }",
        "[JsonInclude] public string? A;",
        "[JsonInclude] public string? A { get; internal set; }",
        "[JsonInclude] public string? A { internal get; set; }",
        "[JsonInclude] internal string? A { get; set; }",
        "[JsonInclude] internal string? A;",
        "[JsonInclude] protected internal string? A { get; set; }",
        "[JsonIgnore(Condition = JsonIgnoreCondition.Never)] public string? A { get; set; }",
        "[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? A { get; set; }",
        "[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public int A { get; set; }",
    ];

    private static readonly string[] s_others =
    [
        "public string? A { get; internal set; }",
        "internal string? A { get; set; }",
        "private string? A { get; set; }",
        "public string? A;",
        "public static string? A { get; set; }",
        "public const string A = \"\";",
        "[JsonIgnore] public string? A { get; set; }",
        "[JsonIgnore(Condition = JsonIgnoreCondition.Always)] public string? A { get; set; }",
        "[JsonIgnore] public string A => \"\";",
        "string? INamed.A { get; set; }",
        "public string? this[string a] { get => a; set { } }",
    ];

    [Fact]
    public void WhatJsonWritesAndReadsIsAMember()
    {
        var members = string.Join("\n", s_members.Select((m, i) => m.Replace(" A", $" A{i}", StringComparison.Ordinal)));
        Assert.Equal(s_members.Select((_, i) => $"a{i}").Order(StringComparer.Ordinal), Generation.Spec(members)["properties"]!.AsObject().Select(p => p.Key));
        TypeAssert.AgreesWithJson(TestKind.WithSpec(members));
    }

    [Fact]
    public void WhatJsonLeavesOutIsNone()
    {
        var members = string.Join("\n", s_others.Select((m, i) => m.Replace(" A", $" A{i}", StringComparison.Ordinal).Replace("INamed.A", $"INamed.A{i}", StringComparison.Ordinal)));
        var source = TestKind.WithSpec(members + "\npublic string? B { get; set; }", $"public interface INamed {{ string? A{Array.FindIndex(s_others, o => o.Contains("INamed", StringComparison.Ordinal))} {{ get; set; }} }}")
            .Replace("public class ExampleSpec", "public class ExampleSpec : INamed", StringComparison.Ordinal);
        Assert.Equal(["KCR015"], Generation.Of(source).DiagnosticIds);
        using var run = Wire.WireRun.Of(source);
        Assert.Empty(new Wire.WireNames(run).Compare());
        Assert.Equal(["b"], run.Schema.Object("properties").Object("spec").Object("properties").Members.Select(m => m.Name));
    }

    [Theory]
    [InlineData("public string A => \"\";", "setter")]
    [InlineData("public string A { get; } = \"\";", "setter")]
    [InlineData("public string? A { get; private set; }", "setter")]
    [InlineData("public string? A { get; internal set; }", "setter")]
    [InlineData("public List<int> A { get; } = new();", "setter")]
    [InlineData("public string? A { set { } }", "getter")]
    [InlineData("public string? A { private get; set; }", "getter")]
    [InlineData("public string? A { internal get; set; }", "getter")]
    public void WhatGoesOneWayAloneIsLeftOutWithAWarning(string member, string words)
    {
        TypeAssert.Reports("KCR015", "A", words, member);
        var text = Generation.Of(TestKind.WithSpec(member)).ManifestText();
        Assert.DoesNotContain("\"a\":", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadOnlyPropertiesThatTheContextIgnoresNeedNoWarning() => DiagnosticAssert.IsSilent(TestKind.WithSpec(
        "public string A => \"\"; public int? B { get; set; }").Replace("PropertyNamingPolicy =", "IgnoreReadOnlyProperties = true, PropertyNamingPolicy =", StringComparison.Ordinal));

    [Fact]
    public void FieldsAreMembersWhenTheContextIncludesThem()
    {
        var source = TestKind.WithSpec("public string? A; public int B; [JsonIgnore] public string? C; internal string? D;")
            .Replace("PropertyNamingPolicy =", "IncludeFields = true, PropertyNamingPolicy =", StringComparison.Ordinal);
        Assert.Equal(["a", "b"], Generation.Of(source).RootSchema()["properties"]!["spec"]!["properties"]!.AsObject().Select(p => p.Key));
        using var run = Wire.WireRun.Of(source);
        Wire.WireLaws.Hold(run, source);
    }

    [Fact]
    public void AttributesOfFieldsCount() => TypeAssert.Becomes(
        """{"type":"integer","format":"int32","minimum":1,"default":2}""", "[JsonInclude, Minimum(1), Default(\"2\")] public int? A;");

    [Theory]
    [InlineData("[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int A { get; set; }")]
    [InlineData("[JsonInclude, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public bool A;")]
    public void NothingIsLeftOutWhenNullThatNeverIs(string member) => TypeAssert.Reports("KCR024", "A", "use WhenWritingDefault, or write", member);

    [Theory]
    [InlineData("[JsonInclude] private string? A { get; set; }")]
    [InlineData("[JsonInclude] public string? A { get; private set; }")]
    [InlineData("[JsonInclude] public string? A { private get; set; }")]
    [InlineData("[JsonInclude] protected string? A { get; set; }")]
    [InlineData("[JsonInclude] public string? A { get; }")]
    [InlineData("[JsonInclude] public string? A { set { } }")]
    [InlineData("[JsonInclude] private string? A;")]
    [InlineData("[JsonInclude] public readonly string? A;")]
    public void IncludedMemberThatGeneratedJsonCannotReachIsAnError(string member) => TypeAssert.Reports("KCR016", "A", "make it, with getter and setter", member);

    [Fact]
    public void ConditionsForOneWayAreTakenAtTheirWord()
    {
        var source = TestKind.WithSpec(
            """
            public string? Both { get; set; }
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)] public string? Read { get; set; }
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenReading)] public string? Written { get; set; }
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenReading)] public string Computed => "";
            """);
        Assert.Equal(["both", "computed", "read", "written"], Generation.Of(source).RootSchema()["properties"]!["spec"]!["properties"]!.AsObject().Select(p => p.Key));
        using var run = Wire.WireRun.Of(source);
        Assert.Empty(new Wire.WireNames(run).Compare());
    }

    [Fact]
    public void RequiredMembersOfEveryFormAreCopied() => TypeAssert.HasProperties(
        ["part", "text"],
        "public required string Text { get; set; } public required Part Part { get; init; }", "public class Part { public required int? A { get; set; } }");

    [Fact]
    public void NamesThatATwinHasAlreadyAreNoObstacle() => TypeAssert.HasProperties(
        ["clone", "exampleSpecApply", "namespace", "toString", "value", "writeTo"],
        """
        public string? Clone { get; set; } public string? WriteTo { get; set; } public new string? ToString { get; set; } public string? @namespace { get; set; }
        public string? ExampleSpecApply { get; set; } public string? value { get; set; }
        """);
}
