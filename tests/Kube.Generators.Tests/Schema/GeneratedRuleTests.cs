using System.Text.Json.Nodes;
using Kube.Generators.Tests.Support;

namespace Kube.Generators.Tests.Schema;

/// <summary>Rules in the Common Expression Language that attributes stand for.</summary>
public class GeneratedRuleTests
{
    [Theory]
    [InlineData(
        "[AtMostOneOf(nameof(File), nameof(Url))]",
        "(has(self.file) ? 1 : 0) + (has(self.url) ? 1 : 0) <= 1", "at most one of file, url may be set")]
    [InlineData(
        "[ExactlyOneOf(nameof(File), nameof(Url), nameof(Inline))]",
        "(has(self.file) ? 1 : 0) + (has(self.url) ? 1 : 0) + (has(self.in__dash__line) ? 1 : 0) == 1",
        "exactly one of file, url, in-line must be set")]
    [InlineData("[AtLeastOneOf(nameof(File), nameof(Url))]", "has(self.file) || has(self.url)", "at least one of file, url must be set")]
    [InlineData(
        "[AtMostOneOf(nameof(File), nameof(Namespace), Message = \"choose\")]",
        "(has(self.file) ? 1 : 0) + (has(self.__namespace__) ? 1 : 0) <= 1", "choose")]
    public void GroupsCountWhatIsSet(string attribute, string rule, string message) => AssertRule(
        rule,
        message,
        Assert.Single(RulesOf(Generation.Property("public Source? Source { get; set; }", $$"""
            {{attribute.Replace("nameof(", "nameof(Source.", StringComparison.Ordinal)}}
            public class Source
            {
                public string? File { get; set; }
                public string? Url { get; set; }
                [JsonPropertyName("in-line")] public string? Inline { get; set; }
                public string? Namespace { get; set; }
            }
            """))));

    [Fact]
    public void OptionalImmutablePropertyCannotBeRemoved()
    {
        var spec = Generation.Spec("[Immutable(Message = \"fixed\")] public string? ClassName { get; set; }");
        AssertRule("self == oldSelf", "fixed", Assert.Single(RulesOf(spec["properties"]!["className"]!)));
        AssertRule("!has(oldSelf.className) || has(self.className)", "fixed", Assert.Single(RulesOf(spec)));
    }

    [Theory]
    [InlineData("[Immutable] public required string Name { get; set; }")]
    [InlineData("[Immutable, Default(\"\\\"a\\\"\")] public string? Name { get; set; }")]
    public void PropertyThatIsAlwaysThereNeedsOneRule(string member)
    {
        var spec = Generation.Spec(member);
        Assert.Empty(RulesOf(spec));
        AssertRule("self == oldSelf", "the field is immutable", Assert.Single(RulesOf(spec["properties"]!["name"]!)));
    }

    [Fact]
    public void ImmutableSpecIsKeptByTheKind()
    {
        var source = TestKind.WithSpec("public int? Size { get; set; }").Replace("public ExampleSpec? Spec", "[Immutable] public ExampleSpec? Spec", StringComparison.Ordinal);
        AssertRule("!has(oldSelf.spec) || has(self.spec)", "the field is immutable", Assert.Single(RulesOf(Generation.Of(source).RootSchema())));
    }

    private static IEnumerable<JsonNode> RulesOf(JsonNode schema) => schema["x-kubernetes-validations"]?.AsArray().Select(r => r!) ?? [];

    private static void AssertRule(string rule, string message, JsonNode actual)
    {
        Assert.Equal(rule, actual["rule"]!.GetValue<string>());
        Assert.Equal(message, actual["message"]!.GetValue<string>());
    }
}
