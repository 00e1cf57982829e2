namespace Kube.Generators.Tests.Types;

/// <summary>Whole numbers of all sizes.</summary>
public class IntegerTypesTests
{
    [Theory]
    [InlineData("sbyte", """{"type":"integer","minimum":-128,"maximum":127}""")]
    [InlineData("byte", """{"type":"integer","minimum":0,"maximum":255}""")]
    [InlineData("short", """{"type":"integer","minimum":-32768,"maximum":32767}""")]
    [InlineData("ushort", """{"type":"integer","minimum":0,"maximum":65535}""")]
    [InlineData("int", """{"type":"integer","format":"int32"}""")]
    [InlineData("uint", """{"type":"integer","format":"int64","minimum":0,"maximum":4294967295}""")]
    [InlineData("long", """{"type":"integer","format":"int64"}""")]
    [InlineData("ulong", """{"type":"integer","format":"int64","minimum":0}""")]
    public void HasTheBoundsOfItsType(string type, string schema)
    {
        TypeAssert.Becomes(schema, $"public {type}? Value {{ get; set; }}");
        TypeAssert.Becomes($$"""{"type":"array","items":{{schema}}}""", $"public IList<{type}>? Value {{ get; set; }}");
    }

    [Fact]
    public void JsonWritesAndReadsThemAll() => TypeAssert.AgreeWithJson(
        from type in new[] { "sbyte", "byte", "short", "ushort", "int", "uint", "long", "ulong", "float", "double", "decimal" }
        from form in new[] { "#", "#?", "IList<#>?", "#?[]?" }
        select form.Replace("#", type, StringComparison.Ordinal));

    [Fact]
    public void AnAttributeMayNarrowTheBounds() => TypeAssert.Becomes(
        """{"type":"integer","minimum":1,"maximum":255}""", "[Minimum(1)] public byte? Value { get; set; }");

    [Theory]
    [InlineData("[Minimum(-1)]")]
    [InlineData("[Maximum(256)]")]
    [InlineData("[Range(1, 300)]")]
    public void AnAttributeCannotWidenThem(string attribute) =>
        TypeAssert.Reports("KCR101", "Value", "values of its type reach from 0 to 255", $"{attribute} public byte? Value {{ get; set; }}");

    [Fact]
    public void ARuleSeesANumber() => TypeAssert.Becomes(
        """{"type":"integer","minimum":0,"maximum":255,"x-kubernetes-validations":[{"rule":"self % 2 == 0"}]}""",
        "[CelRule(\"self % 2 == 0\")] public byte? Value { get; set; }");

    [Theory]
    [InlineData("System.Numerics.BigInteger", "use string with a pattern")]
    [InlineData("Half", "use double")]
    [InlineData("Int128", "use long")]
    [InlineData("UInt128", "use long")]
    [InlineData("nint", "use long")]
    [InlineData("nuint", "use long")]
    [InlineData("System.Numerics.Complex", "use two double properties")]
    public void NumberThatNoServerKeepsIsRefusedWithAnAlternative(string type, string words) =>
        TypeAssert.Reports("KCR008", "Value", words, $"public {type} Value {{ get; set; }}");

    [Fact]
    public void PointerIsRefused() =>
        TypeAssert.Reports("KCR008", "Value", "an address", "public unsafe int* Value { get; set; }");

    [Theory]
    [InlineData("[JsonNumberHandling(JsonNumberHandling.WriteAsString)] public int? Value { get; set; }", "", "Value")]
    [InlineData("public Part? Value { get; set; }", "[JsonNumberHandling(JsonNumberHandling.WriteAsString)] public class Part { public int? A { get; set; } }", "Part")]
    public void NumberInQuotesIsRefused(string member, string types, string place) =>
        TypeAssert.Reports("KCR020", place, "leave WriteAsString out", member, types);

    [Fact]
    public void NumbersInQuotesByTheContextAreRefused() => Support.DiagnosticAssert.Reports(
        "KCR020",
        Support.TestKind.WithSpec("public int? A { get; set; }").Replace(
            "PropertyNamingPolicy =", "NumberHandling = JsonNumberHandling.WriteAsString, PropertyNamingPolicy =", StringComparison.Ordinal),
        "Example");
}
