using System.Text.Json.Nodes;
using Kube.Generators.Tests.Support;

namespace Kube.Generators.Tests.Schema;

/// <summary>What attributes say of the items of lists and the values of dictionaries.</summary>
public class ItemsTests
{
    private const string Types = """
        public class Port { [ListMapKey] public required string Name { get; set; } [ListMapKey, Default("\"TCP\"")] public string? Protocol { get; set; } }
        public enum Colour { Red, [JsonStringEnumMemberName("dark-red")] DarkRed }
        [Atomic] public class Pair { public string? A { get; set; } }
        """;

    [Theory]
    [InlineData("[Items(MinLength = 1, MaxLength = 63, Pattern = \"[a-z]+\")]", "IList<string>?", """{"minLength":1,"maxLength":63,"pattern":"^(?:[a-z]+)$"}""")]
    [InlineData("[Items(Minimum = 1, Maximum = 65535, MultipleOf = 2)]", "IList<int>?", """{"minimum":1,"maximum":65535,"multipleOf":2}""")]
    [InlineData("[Items(Format = \"ipv6\")]", "string[]?", """{"format":"ipv6"}""")]
    [InlineData("[Items(AllowedValues = [\"A\", \"B\"])]", "IList<string>?", """{"enum":["A","B"]}""")]
    [InlineData("[Items(MaxLength = 9)]", "IList<IList<string>>?", """{"maxItems":9}""")]
    public void ItemsOfAList(string attribute, string type, string keywords) =>
        AssertAdds("items", $"{attribute} public {type} Value {{ get; set; }}", $"public {type} Value {{ get; set; }}", keywords);

    [Fact]
    public void ValuesOfADictionary() => AssertAdds(
        "additionalProperties",
        "[Items(MaxLength = 63)] public IDictionary<string, string>? Value { get; set; }",
        "public IDictionary<string, string>? Value { get; set; }",
        """{"maxLength":63}""");

    [Fact]
    public void KeysOfTheItemsMakeEveryListOfThemAMap()
    {
        var schema = Generation.Property("public IList<Port>? Ports { get; set; }", Types);
        Assert.Equal("map", schema["x-kubernetes-list-type"]!.GetValue<string>());
        Assert.Equal(["name", "protocol"], schema["x-kubernetes-list-map-keys"].Texts());
    }

    [Theory]
    [InlineData("[ListType(ListKind.Map)]", "map", "name,protocol")]
    [InlineData("[ListType(ListKind.Map, nameof(Port.Name))]", "map", "name")]
    [InlineData("[ListType(ListKind.Atomic)]", null, "")]
    public void ListTypeOfTheListGoesFirst(string attribute, string? kind, string keys)
    {
        var schema = Generation.Property($"{attribute} public IList<Port>? Ports {{ get; set; }}", Types);
        Assert.Equal(kind, schema["x-kubernetes-list-type"]?.GetValue<string>());
        Assert.Equal(keys, string.Join(',', schema["x-kubernetes-list-map-keys"].Texts()));
    }

    [Fact]
    public void AtomicObjectsMakeASet() => Assert.Equal(
        "set",
        Generation.Property("[ListType(ListKind.Set)] public IList<Pair>? Pairs { get; set; }", Types)["x-kubernetes-list-type"]!.GetValue<string>());

    [Fact]
    public void AllowedMembersOfAnEnumAreNames() => JsonAssert.Equal(
        """["dark-red"]""",
        Generation.Property(
            "[AllowedValues(Colour.DarkRed)] public Colour? Paint { get; set; }",
            Types.Replace("public enum", "[JsonConverter(typeof(JsonStringEnumConverter<Colour>))] public enum", StringComparison.Ordinal))["enum"]);

    private static void AssertAdds(string part, string with, string without, string keywords)
    {
        var expected = Generation.Property(without, Types);
        foreach (var (name, value) in JsonNode.Parse(keywords)!.AsObject())
        {
            expected[part]![name] = value!.DeepClone();
        }

        JsonAssert.Equal(expected.ToJsonString(), Generation.Property(with, Types));
    }
}
