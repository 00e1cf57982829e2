using System.Globalization;
using Kube.Generators.Tests.Support;

namespace Kube.Generators.Tests.Schema.Cel;

/// <summary>What <c>[CelRule]</c> says beside the rule, and where problems are shown.</summary>
public class CelAttributeTests
{
    private const string Item = "public class Item { public required string Name { get; set; } [MaxLength(9)] public string? Value { get; set; } }";

    /// <summary>Id, member of the spec, and what is underlined.</summary>
    public static TheoryData<string, string, string> BrokenMembers => new()
    {
        { "KCR109", "[CelRule(\"\")] public string? A { get; set; }", "\"\"" },
        { "KCR109", "[CelRule(\"self == self\", Message = \"a\\nb\")] public string? A { get; set; }", "\"a\\nb\"" },
        { "KCR109", "[CelRule(\"self == self &&\\nself == self\")] public string? A { get; set; }", "\"self == self &&\\nself == self\"" },
        { "KCR109", "[CelRule(\"self == self\", MessageExpression = \" \")] public string? A { get; set; }", "\" \"" },
        { "KCR109", "[CelRule(\"self == self\", FieldPath = \"\")] public string? A { get; set; }", "\"\"" },
        { "KCR109", "[CelRule(\"self == self\", Reason = (CelRuleReason)9)] public string? A { get; set; }", "(CelRuleReason)9" },
        { "KCR151", "[CelRule(\"\\u0073elf\\t== slef\")] public string? A { get; set; }", "slef" },
        { "KCR151", "[CelRule(\"self == \" + (\"'a' || slef\"))] public string? A { get; set; }", "slef" },
        { "KCR151", "[CelRule(@\"self == \"\"a\"\" || slef\")] public string? A { get; set; }", "slef" },
        { "KCR151", "[CelRule(\"\"\"self == \"a\" || slef\"\"\")] public string? A { get; set; }", "slef" },
        {
            "KCR151",
            "[CelRule(\"\"\"\n        self == 'a'\n          || slef\n        \"\"\", Message = \"m\")] public string? A { get; set; }",
            "slef"
        },
        { "KCR151", "private const string R = \"slef\"; [CelRule(R)] public string? A { get; set; }", "R" },
        { "KCR151", "[CelRule(\"self == self\", MessageExpression = \"'at most ' + slef\")] public string? A { get; set; }", "slef" },
        { "KCR153", "[CelRule(\"self == self\", MessageExpression = \"1\")] public string? A { get; set; }", "\"1\"" },
        { "KCR155", "[CelRule(\"self == self\", OptionalOldSelf = true)] public string? A { get; set; }", "true" },
        { "KCR156", "[CelRule(\"self == self\", FieldPath = \".nam\")] public Item? A { get; set; }", "\".nam\"" },
        { "KCR156", "[CelRule(\"self == self\", FieldPath = \".name.\")] public Item? A { get; set; }", "\".name.\"" },
        { "KCR156", "[CelRule(\"self == self\", FieldPath = \"[0]\")] public IList<Item>? A { get; set; }", "\"[0]\"" },
        { "KCR156", "[CelRule(\"self == self\", FieldPath = nameof(ExampleSpec))] public Item? A { get; set; }", "nameof(ExampleSpec)" },
        { "KCR157", "[CelRule(\"self.a == 1\")] public JsonElement? A { get; set; }", "\"self.a == 1\"" },
        { "KCR151", "[CelRule(\"self.a == 1\")] public JsonObject? A { get; set; }", "a" },
    };

    [Theory]
    [MemberData(nameof(BrokenMembers))]
    public void BrokenMember(string id, string member, string place) => DiagnosticAssert.Reports(id, TestKind.WithSpec(member, Item), place);

    [Fact]
    public void EverythingIsWritten() => JsonAssert.Equal(
        """
        {"type":"object","properties":{"name":{"type":"string"},"value":{"type":"string","maxLength":9}},"required":["name"],
         "x-kubernetes-validations":[{"rule":"oldSelf.hasValue() || self.name != ''","message":"m","messageExpression":"'not ' + self.name",
           "reason":"FieldValueForbidden","fieldPath":".name","optionalOldSelf":true}]}
        """,
        Generation.Property(
            "[CelRule(\"oldSelf.hasValue() || self.name != ''\", Message = \"m\", MessageExpression = \"'not ' + self.name\", "
                + "Reason = CelRuleReason.FieldValueForbidden, FieldPath = nameof(Item.Name), OptionalOldSelf = true)] public Item? A { get; set; }",
            Item.Replace("public class Item", "public class Item ", StringComparison.Ordinal)));

    [Theory]
    [InlineData("[CelRule(\"self == self\", FieldPath = \".a['b']\")] public IDictionary<string, IDictionary<string, Item>>? A { get; set; }")]
    [InlineData("[CelRule(\"self == self\", Reason = CelRuleReason.FieldValueInvalid)] public Item? A { get; set; }")]
    [InlineData("[CelRule(\"self == self &&\\n self == self\", Message = \" one \\n\")] public Item? A { get; set; }")]
    public void SoundMember(string member) => DiagnosticAssert.IsSilent(TestKind.WithSpec(member, Item));

    [Fact]
    public void ItemsOfAPlainListHaveNoFormerValue()
    {
        var types = Item.Replace("[MaxLength(9)]", "[MaxLength(9), CelRule(\"self == oldSelf\")]", StringComparison.Ordinal);
        DiagnosticAssert.Reports("KCR155", TestKind.WithSpec("[MaxLength(9)] public IList<Item>? A { get; set; }", types), "\"self == oldSelf\"");
        DiagnosticAssert.IsSilent(
            TestKind.WithSpec("[MaxLength(9), ListType(ListKind.Map, \"Name\")] public IList<Item>? A { get; set; }", types));
    }

    [Fact]
    public void TheRootSeesOnlyTheNameOfItsMetadata()
    {
        DiagnosticAssert.IsSilent(TestKind.WithSpec("", attributes: "[CelRule(\"self.metadata.name == 'a' && self.kind != ''\")]"));
        var problem = DiagnosticAssert.Reports(
            "KCR151", TestKind.WithSpec("", attributes: "[CelRule(\"self.metadata.labels.size() > 0\")]"), "labels");
        Assert.Contains("name and generateName", problem.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void ACostNamesTheMissingBounds()
    {
        var types = Item.Replace("[MaxLength(9)]", "[CelRule(\"self.matches('^[a-z]+$')\")]", StringComparison.Ordinal);
        var problem = DiagnosticAssert.Reports(
            "KCR158", TestKind.WithSpec("public IList<Item>? A { get; set; }", types), "\"self.matches('^[a-z]+$')\"");
        Assert.EndsWith(
            "add bounds to .spec.a (maxItems), .spec.a[*].value (maxLength)", problem.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void TooManyRulesTogetherAreReportedAtTheKind()
    {
        const string Rule = "[MaxLength(900), CelRule(\"self.all(a, self.exists(b, a == b))\")]";
        var members = string.Concat(Enumerable.Range(0, 60).Select(i => $"{Rule} public IList<int>? A{i} {{ get; set; }}\n"));
        DiagnosticAssert.Reports("KCR159", TestKind.WithSpec(members), "Example");
    }

    [Fact]
    public void ASuggestionTravelsWithTheDiagnostic()
    {
        var problem = DiagnosticAssert.Reports(
            "KCR151", TestKind.WithSpec("public int Size { get; set; }", specAttributes: "[CelRule(\"self.Size > 1\")]"), "Size");
        Assert.Equal("size", problem.Properties["Replacement"]);
    }
}
