using Kube.Generators.Tests.Support;

namespace Kube.Generators.Tests.Types;

/// <summary>Enums: always by name, and by the name that the serializer writes.</summary>
public class EnumTypesTests
{
    private const string Colour = """
        [JsonConverter(typeof(JsonStringEnumConverter<Colour>))]
        public enum Colour { Red, [JsonStringEnumMemberName("dark-blue")] DarkBlue, [JsonStringEnumMemberName("with space")] Spaced, @class }
        """;

    private const string Names = """["Red","dark-blue","with space","class"]""";

    [Fact]
    public void RenamedMembersAreWhatJsonWrites() => TypeAssert.Becomes($$"""{"type":"string","enum":{{Names}}}""", "public Colour? A { get; set; }", Colour);

    [Fact]
    public void NullableNonNullableInListsAndAsKeys()
    {
        TypeAssert.HasProperties(
            ["always", "keys", "list", "maybe"],
            """
            public Colour Always { get; set; } public Colour? Maybe { get; set; } public IList<Colour>? List { get; set; }
            public Dictionary<Colour, string>? Keys { get; set; }
            """,
            Colour);
        JsonAssert.Equal(
            $$"""{"type":"array","items":{"type":"string","enum":{{Names}}} }""", Generation.Property("public Colour[]? A { get; set; }", Colour));
    }

    [Theory]
    [InlineData("[JsonConverter(typeof(JsonStringEnumConverter<Plain>))] public Plain? A { get; set; }", "")]
    [InlineData("public Plain? A { get; set; }", "UseStringEnumConverter = true, ")]
    [InlineData("public Plain? A { get; set; }", "Converters = new[] { typeof(JsonStringEnumConverter<Plain>) }, ")]
    public void PropertyOrContextMayMakeATextOfIt(string member, string option)
    {
        var source = TestKind.WithSpec(member, "public enum Plain { A, B }").Replace("PropertyNamingPolicy =", $"{option}PropertyNamingPolicy =", StringComparison.Ordinal);
        DiagnosticAssert.IsSilent(source);
        TypeAssert.AgreesWithJson(source);
    }

    [Theory]
    [InlineData("public Plain? A { get; set; }", "public enum Plain { A }")]
    [InlineData("public Plain? A { get; set; }", "[JsonConverter(typeof(JsonNumberEnumConverter<Plain>))] public enum Plain { A }")]
    [InlineData("[JsonConverter(typeof(JsonNumberEnumConverter<Plain>))] public Plain? A { get; set; }", "[JsonConverter(typeof(JsonStringEnumConverter<Plain>))] public enum Plain { A }")]
    public void NumberIsAnError(string member, string types) => TypeAssert.Reports("KCR009", "A", "Plain", member, types);

    [Fact]
    public void NumericEnumIsFineAsAKeyForKeysAreNames() =>
        TypeAssert.HasProperties(["a"], "public Dictionary<Plain, int>? A { get; set; }", "public enum Plain { X, Y }");

    [Fact]
    public void FlagsAreAnError()
    {
        TypeAssert.Reports("KCR008", "A", "use a list", "public Many? A { get; set; }", "[Flags] public enum Many { X = 1 }");
        TypeAssert.Reports("KCR008", "A", "no key", "public Dictionary<Many, int>? A { get; set; }", "[Flags] public enum Many { X = 1 }");
    }

    [Fact]
    public void SecondNameOfAValueIsAWarningAtTheMember() => TypeAssert.Reports(
        "KCR022", "Uno", "'Uno' has the value of 'One'", "public E? A { get; set; }", "[JsonConverter(typeof(JsonStringEnumConverter<E>))] public enum E { One = 1, Uno = 1 }");

    [Fact]
    public void BothNamesOfAValueCanBeReadAndTheFirstIsWritten()
    {
        var source = TestKind.WithSpec("public E? A { get; set; }", "[JsonConverter(typeof(JsonStringEnumConverter<E>))] public enum E { One = 1, Uno = 1 }");
        using var run = Wire.WireRun.Of(source);
        var kind = run.TypeOf("Demo.Example");
        Assert.Contains("\"One\"", run.Write(run.Read("""{"spec":{"a":"Uno"}}""", kind)), StringComparison.Ordinal);
    }

    [Fact]
    public void EnumMemberIsIgnoredByTheSerializerAndSaysSo()
    {
        const string Types = """
            [JsonConverter(typeof(JsonStringEnumConverter<E>))]
            public enum E { [System.Runtime.Serialization.EnumMember(Value = "drei")] Three, [System.Runtime.Serialization.EnumMember(Value = "Four")] Four }
            """;
        TypeAssert.Reports("KCR023", "Three", "'Three'", "public E? A { get; set; }", Types);
        TypeAssert.AgreesWithJson(TestKind.WithSpec("public E? A { get; set; }", Types));
    }

    [Theory]
    [InlineData("enum E { }", "E", "no member")]
    [InlineData("enum E { A, [JsonStringEnumMemberName(\"A\")] B }", "B", "both 'A'")]
    [InlineData("enum E { [JsonStringEnumMemberName(\" a\")] A }", "A", "begin or end with a space")]
    [InlineData("enum E { [JsonStringEnumMemberName(\"\")] A }", "A", "not empty")]
    public void EnumThatJsonCannotTellIsAnError(string type, string place, string words) => TypeAssert.Reports(
        "KCR021", place, words, "public E? Value { get; set; }", $"[JsonConverter(typeof(JsonStringEnumConverter<E>))] public {type}");
}
