using Kube.Generators.Tests.Support;

namespace Kube.Generators.Tests.Types;

/// <summary>Types that are texts in JSON: characters, times, bytes, versions.</summary>
public class TextTypesTests
{
    [Theory]
    [InlineData("char", """{"type":"string","minLength":1,"maxLength":1}""")]
    [InlineData("DateTime", """{"type":"string","format":"date-time"}""")]
    [InlineData("DateTimeOffset", """{"type":"string","format":"date-time"}""")]
    [InlineData("DateOnly", """{"type":"string","format":"date"}""")]
    [InlineData("TimeOnly", """{"type":"string"}""")]
    [InlineData("TimeSpan", """{"type":"string"}""")]
    [InlineData("Version", """{"type":"string"}""")]
    [InlineData("Guid", """{"type":"string","format":"uuid"}""")]
    [InlineData("Uri", """{"type":"string","format":"uri"}""")]
    [InlineData("byte[]", """{"type":"string","format":"byte"}""")]
    [InlineData("Memory<byte>", """{"type":"string","format":"byte"}""")]
    [InlineData("ReadOnlyMemory<byte>", """{"type":"string","format":"byte"}""")]
    public void IsAText(string type, string schema)
    {
        TypeAssert.Becomes(schema, $"public {type}? Value {{ get; set; }}");
        TypeAssert.Becomes($$"""{"type":"object","additionalProperties":{{schema}}}""", $"public IDictionary<string, {type}>? Value {{ get; set; }}");
    }

    [Fact]
    public void JsonWritesAndReadsThemAll() => TypeAssert.AgreeWithJson(
        from type in new[] { "char", "DateTime", "DateTimeOffset", "DateOnly", "TimeOnly", "TimeSpan", "Guid", "Memory<byte>", "ReadOnlyMemory<byte>", "Duration" }
        from form in new[] { "#", "#?", "IList<#>?", "IDictionary<string, #?>?" }
        select form.Replace("#", type, StringComparison.Ordinal));

    [Fact]
    public void JsonWritesAndReadsThoseThatAreReferencesToo() => TypeAssert.AgreeWithJson(
        from type in new[] { "Version", "Uri", "byte[]" }
        from form in new[] { "#?", "IList<#>?", "IDictionary<string, #?>?" }
        select form.Replace("#", type, StringComparison.Ordinal));

    [Fact]
    public void DurationHasItsFormatAndAPatternOfWhatItCanRead()
    {
        var schema = Generation.Property("public Duration? Value { get; set; }");
        Assert.Equal("duration", schema["format"]!.GetValue<string>());
        Assert.StartsWith("^", schema["pattern"]!.GetValue<string>(), StringComparison.Ordinal);
        TypeAssert.AgreesWithJson(TestKind.WithSpec(
            """
            public Duration? Value { get; set; } public IList<Duration>? List { get; set; } public Dictionary<Duration, Duration>? Map { get; set; }
            public Duration Always { get; set; }
            """));
    }

    [Theory]
    [InlineData("1h30m")]
    [InlineData("-1.5s")]
    [InlineData("+20ms1µs")]
    [InlineData("0")]
    [InlineData("PT1H30M")]
    [InlineData(".5h")]
    public void DurationTakesAsADefault(string text) =>
        Assert.Equal(text, Generation.Property($"[Default(\"\\\"{text}\\\"\")] public Duration? Value {{ get; set; }}")["default"]!.GetValue<string>());

    [Theory]
    [InlineData("01:30:00")]
    [InlineData("2 days")]
    [InlineData("P1D")]
    [InlineData("1h30")]
    [InlineData("PT1.5S")]
    public void DurationRefusesWhatTheServerWouldTakeForAnotherTime(string text) =>
        TypeAssert.Reports("KCR106", "Value", "pattern", $"[Default(\"\\\"{text}\\\"\")] public Duration? Value {{ get; set; }}");

    [Fact]
    public void RulesCompareDurations() => DiagnosticAssert.IsSilent(TestKind.WithSpec(
        "[CelRule(\"self < duration('1h')\")] public Duration? Value { get; set; }"));

    [Theory]
    [InlineData("[MaxLength(2)]", "char?", "KCR102", "its type has one character")]
    [InlineData("[RegularExpression(\"a\")]", "Duration?", "KCR103", "its type has a pattern of its own")]
    public void AnAttributeCannotLoosenTheType(string attribute, string type, string id, string words) =>
        TypeAssert.Reports(id, "Value", words, $"{attribute} public {type} Value {{ get; set; }}");

    [Theory]
    [InlineData("ReadOnlyMemory<char>", "use string")]
    [InlineData("System.Net.IPAddress?", "[Format(\"ipv4\")]")]
    [InlineData("System.Text.Rune", "use string")]
    [InlineData("System.Globalization.CultureInfo?", "use string")]
    [InlineData("Type?", "use string")]
    public void TypeThatJsonTakesApartIsRefusedWithAnAlternative(string type, string words) =>
        TypeAssert.Reports("KCR008", "Value", words, $"public {type} Value {{ get; set; }}");
}
