using Kube.Generators.Tests.Support;

namespace Kube.Generators.Tests.Pipeline;

/// <summary>Constraints that do not suit are shown at the property or type that has them.</summary>
public class ConstraintDiagnosticTests
{
    private const string Types = """
        public class Item { public string? Key { get; set; } }
        [JsonConverter(typeof(JsonStringEnumConverter<Level>))] public enum Level { Low, High }
        public class Keyed { [ListMapKey] public string? Name { get; set; } }
        """;

    /// <summary>Id and the member of the spec that is wrong.</summary>
    public static TheoryData<string, string> BrokenProperties => new()
    {
        { "KCR101", "[Minimum(0.5)] public int? A { get; set; }" },
        { "KCR101", "[Minimum(1, IsExclusive = true), Maximum(2, IsExclusive = true)] public int? A { get; set; }" },
        { "KCR101", "[Minimum(1, IsExclusive = true), Maximum(1)] public double? A { get; set; }" },
        { "KCR101", "[Maximum(9223372036854775807, IsExclusive = true)] public long? A { get; set; }" },
        { "KCR101", "[Maximum(1e19)] public double? A { get; set; }" },
        { "KCR102", "[Items(MinLength = 2, MaxLength = 1)] public IList<string>? A { get; set; }" },
        { "KCR102", "[MinItems(1)] public string? A { get; set; }" },
        { "KCR102", "[MaxItems(1)] public IDictionary<string, string>? A { get; set; }" },
        { "KCR102", "[MinProperties(1)] public IList<string>? A { get; set; }" },
        { "KCR102", "[MaxProperties(1)] public Item? A { get; set; }" },
        { "KCR102", "[MinItems(2), MaxItems(1)] public IList<string>? A { get; set; }" },
        { "KCR102", "[MinLength(2), MaxItems(1)] public IList<string>? A { get; set; }" },
        { "KCR102", "[MaxItems(-1)] public IList<string>? A { get; set; }" },
        { "KCR103", "[Items(Pattern = \"(?=a)\")] public IList<string>? A { get; set; }" },
        { "KCR104", "[AllowedValues(\"a\", \"a\")] public string? A { get; set; }" },
        { "KCR106", "[Nullable, Default(\"null\")] public string? A { get; set; }" },
        { "KCR106", "[Default(\"3\"), MultipleOf(2)] public int? A { get; set; }" },
        { "KCR106", "[Default(\"[\\\"a\\\",\\\"a\\\"]\"), ListType(ListKind.Set)] public IList<string>? A { get; set; }" },
        { "KCR106", "[Default(\"{\\\"a\\\":\\\"b\\\"}\"), MinLength(2)] public IDictionary<string, string>? A { get; set; }" },
        { "KCR106", "[Default(\"[\\\"ab\\\"]\"), Items(MaxLength = 1)] public IList<string>? A { get; set; }" },
        { "KCR107", "[ListType(ListKind.Map, \"Key\", \"Key\")] public IList<Item>? A { get; set; }" },
        { "KCR108", "public IList<Keyed>? A { get; set; }" },
        { "KCR121", "[Compare(\"B\")] public string? A { get; set; }" },
        { "KCR124", "[MultipleOf(2)] public string? A { get; set; }" },
        { "KCR124", "[MultipleOf(0)] public int? A { get; set; }" },
        { "KCR124", "[MultipleOf(0.5)] public int? A { get; set; }" },
        { "KCR125", "[Maximum(9007199254740993)] public long? A { get; set; }" },
        { "KCR126", "[Selectable] public IList<string>? A { get; set; }" },
        { "KCR126", "[Selectable] public ResourceQuantity? A { get; set; }" },
        { "KCR126", "[Selectable] public double? A { get; set; }" },
        { "KCR126", "[Selectable, JsonPropertyName(\"a.b\")] public string? A { get; set; }" },
        { "KCR128", "[Immutable, JsonPropertyName(\"$a\")] public string? A { get; set; }" },
        { "KCR129", "[Items(MaxLength = 1)] public string? A { get; set; }" },
        { "KCR130", "[Format(\"ip\")] public string? A { get; set; }" },
        { "KCR130", "[Format(\"uuid\")] public int? A { get; set; }" },
        { "KCR130", "[Format(\"int32\")] public double? A { get; set; }" },
        { "KCR130", "[Format(\"ipv4\")] public IList<string>? A { get; set; }" },
        { "KCR130", "[Format(\"byte\")] public IDictionary<string, string>? A { get; set; }" },
        { "KCR131", "[EmbeddedResource] public string? A { get; set; }" },
        { "KCR131", "[EmbeddedResource] public Item? A { get; set; }" },
        { "KCR134", "[Nullable, Default(\"1\")] public int? A { get; set; }" },
        { "KCR137", "[Nullable, AllowedValues(\"a\")] public string? A { get; set; }" },
        { "KCR137", "public IList<Level?>? A { get; set; }" },
        { "KCR137", "public IDictionary<string, IList<Level?>>? A { get; set; }" },
        { "KCR132", "[Example(\"text\")] public string? A { get; set; }" },
        { "KCR132", "[Example(\"1\")] public string? A { get; set; }" },
        { "KCR132", "[ExternalDocs(\"docs/page.md\")] public string? A { get; set; }" },
    };

    public static TheoryData<string> BrokenGroups =>
    [
        "[AtMostOneOf(\"B\")]",
        "[AtMostOneOf(\"B\", \"B\")]",
        "[ExactlyOneOf(\"B\", \"Missing\")]",
        "[ExactlyOneOf(\"B\", \"IsRequired\")]",
        "[AtLeastOneOf(\"B\", \"HasDefault\")]",
        "[AtLeastOneOf(\"B\", \"Odd\")]",
    ];

    public static TheoryData<string> BrokenPatterns =>
    [
        "(?<=a)b", "(?<!a)b", "(?=a)", "(?!a)", "(?>a)", "(?(a)b)", "(?<n>a)", "(?'n'a)", "(?#c)a", "(?x)a", "(?n:a)", @"(a)\1", @"(?<n>a)\k<n>",
        @"a\Z", @"\Ga", @"\u0041", @"\e", @"\cA", "a{1001}", "a{2,1001}", "[a-z-[aeiou]]", @"\p{IsGreek}", @"[\b]",
    ];

    [Theory]
    [MemberData(nameof(BrokenProperties))]
    public void BrokenProperty(string id, string member) => DiagnosticAssert.Reports(id, TestKind.WithSpec(member, Types), "A");

    [Theory]
    [MemberData(nameof(BrokenGroups))]
    public void BrokenGroup(string attribute) => DiagnosticAssert.Reports(
        "KCR127",
        TestKind.WithSpec("public Choice? A { get; set; }", $$"""
            {{attribute}}
            public class Choice
            {
                public string? B { get; set; }
                public required string IsRequired { get; set; }
                [Default("1")] public int? HasDefault { get; set; }
                [JsonPropertyName("$odd")] public string? Odd { get; set; }
            }
            """),
        "Choice");

    [Theory]
    [MemberData(nameof(BrokenPatterns))]
    public void PatternThatOnlyDotNetReads(string pattern) =>
        DiagnosticAssert.Reports("KCR103", TestKind.WithSpec($"[RegularExpression(@\"{pattern}\")] public string? A {{ get; set; }}"), "A");

    [Theory]
    [InlineData(@"(?i)[a-z]*?(?:b|c)??\d{2,5}\.\$")]
    [InlineData(@"[^\]\\-]+[]a-]\x41\t\p{Lu}")]
    [InlineData(@"([\w.-]+@)+[a\-z]{1000}")]
    [InlineData(@"\Aa\z|\bb\B|{,3}a{b")]
    public void PatternThatBothRead(string pattern) =>
        DiagnosticAssert.IsSilent(TestKind.WithSpec($"[RegularExpression(@\"{pattern}\")] public string? A {{ get; set; }}"));

    [Theory]
    [InlineData("[PrinterColumn(\"c\")] public IList<string>? A { get; set; }")]
    [InlineData("[PrinterColumn(\"c\")] public Item? A { get; set; }")]
    [InlineData("[PrinterColumn(\"c\", \".spec.a\")] public string? A { get; set; }")]
    [InlineData("[PrinterColumn(\"\")] public string? A { get; set; }")]
    [InlineData("[PrinterColumn(\"c\", Format = \"time\")] public string? A { get; set; }")]
    [InlineData("[PrinterColumn(\"c\"), PrinterColumn(\"c\")] public string? A { get; set; }")]
    public void BrokenColumnOfAProperty(string member) => DiagnosticAssert.Reports("KCR110", TestKind.WithSpec(member, Types), "A");

    [Theory]
    [InlineData("[PrinterColumn(\"c\")]", "KCR110")]
    [InlineData("[Selectable]", "KCR126")]
    public void PropertyOfAnItemIsMany(string attribute, string id) => DiagnosticAssert.Reports(
        id, TestKind.WithSpec("public IList<Many>? List { get; set; }", $"public class Many {{ {attribute} public string? A {{ get; set; }} }}"), "A");

    [Fact]
    public void NinthSelectableField()
    {
        var members = string.Concat("BCDEFGHIA".Select(n => $"[Selectable] public string? {n} {{ get; set; }}\n"));
        DiagnosticAssert.Reports("KCR126", TestKind.WithSpec(members), "A");
        DiagnosticAssert.IsSilent(TestKind.WithSpec(members.Replace("[Selectable] public string? A ", "public string? A ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(".spec.list[?(@.missing=='a')].status")]
    [InlineData(".spec.list[?(@.type==Ready)].status")]
    [InlineData(".spec.list[?(@.type==)].status")]
    [InlineData(".spec.list[?(@.type=='a'].status")]
    [InlineData(".spec.list[x].status")]
    [InlineData(".spec.list[].status")]
    [InlineData(".spec.size[0]")]
    [InlineData(".spec[0]")]
    [InlineData(".spec.")]
    [InlineData("..size..")]
    [InlineData("{.spec.size}")]
    [InlineData("$.spec.size")]
    public void BrokenPath(string path) => DiagnosticAssert.Reports(
        "KCR110",
        TestKind.WithSpec(
            "public int? Size { get; set; } public IList<V1Condition>? List { get; set; }", attributes: $"[PrinterColumn(\"c\", \"{path}\")]"),
        $"PrinterColumn(\"c\", \"{path}\")");
}
