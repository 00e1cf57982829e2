using CsCheck;
using Kube.Generators.Diagnostics;
using Kube.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Tests.Fuzz;

/// <summary>
/// Attributes with whatever arguments on properties of whatever types: the generator says what is wrong, at a place in the source, and never
/// fails. A failure would be the compiler's CS8785, and the kind would be without client.
/// </summary>
public class AttributeFuzzTests
{
    private const int Kinds = 60;
    private const int Members = 12;

    private static readonly Gen<string> s_type = Gen.OneOf(
        "string?", "int?", "long?", "double?", "bool?", "Colour?", "Item?", "IList<Item>?", "IList<string>?", "IDictionary<string, int>?", "DateTimeOffset?", "byte[]?",
        "IntOrString?", "ResourceQuantity?", "JsonElement?", "JsonObject?", "V1Container?", "ISet<string>?", "IDictionary<string, IList<Item>>?");

    private static readonly Gen<string> s_number = Gen.OneOf("0", "-1", "1", "0.5", "64", "2147483647", "1e300", "double.NaN", "double.PositiveInfinity", "-9007199254740993d");

    private static readonly Gen<string> s_attribute = Gen.OneOf(
        Text("RegularExpression", NastyTexts.Pattern),
        Text("Default", NastyTexts.Json),
        Text("Example", NastyTexts.Json),
        Text("CelRule", NastyTexts.Rule),
        Text("Format", NastyTexts.Any),
        Text("Title", NastyTexts.Any),
        Text("ExternalDocs", NastyTexts.Any),
        Text("JsonPropertyName", NastyTexts.Any),
        Gen.Select(NastyTexts.Any, NastyTexts.Path, (name, path) => $"PrinterColumn({NastyTexts.Literal(name)}, {NastyTexts.Literal(path)})"),
        Gen.Select(NastyTexts.Rule, NastyTexts.Path, (rule, path) => $"CelRule({NastyTexts.Literal("self == oldSelf")}, MessageExpression = {NastyTexts.Literal(rule)}, FieldPath = {NastyTexts.Literal(path)})"),
        Gen.Select(NastyTexts.Pattern, NastyTexts.Any, s_number, (p, f, n) => $"Items(Pattern = {NastyTexts.Literal(p)}, Format = {NastyTexts.Literal(f)}, Minimum = {n}, MaxLength = 3)"),
        s_number.Select(n => $"Minimum({n})"),
        Gen.Select(s_number, s_number, (a, b) => $"Range({a}, {b})"),
        s_number.Select(n => $"MultipleOf({n})"),
        Gen.Int[-2, 3].Select(n => $"MaxLength({n})"),
        Gen.Select(NastyTexts.Any, NastyTexts.Json, (a, b) => $"AllowedValues({NastyTexts.Literal(a)}, 1, null, 2.5, {NastyTexts.Literal(b)})"),
        NastyTexts.Any.Select(k => $"ListType(ListKind.Map, {NastyTexts.Literal(k)})"),
        Gen.OneOf("ListType(ListKind.Set)", "ListType((ListKind)9)", "Atomic", "Nullable", "Required", "Immutable", "Selectable", "Scale", "EmbeddedResource", "PreserveUnknownFields"));

    private static readonly Gen<string> s_kind = Gen.Select(s_attribute, s_type, (attribute, type) => (attribute, type)).Array[Members].Select(members => TestKind.WithSpec(
        string.Concat(members.Select((m, i) => $"[{m.attribute}] public {m.type} P{i} {{ get; set; }}\n")),
        """
        [JsonConverter(typeof(JsonStringEnumConverter<Colour>))] public enum Colour { Red, Green }
        public class Item { [ListMapKey] public required string Name { get; set; } public int? Port { get; set; } }
        """));

    private static readonly Gen<string> s_definition = Gen.Select(NastyTexts.Any, NastyTexts.Any, NastyTexts.Path, (a, b, path) => TestKind.WithSpec(
        "public int? Size { get; set; }",
        attributes: $"[DefinitionAnnotation({NastyTexts.Literal(a)}, {NastyTexts.Literal(b)})] [DefinitionLabel({NastyTexts.Literal(b)}, {NastyTexts.Literal(a)})] "
            + $"[ConversionWebhook(Url = {NastyTexts.Literal(a)}, CaBundle = {NastyTexts.Literal(b)})] [PrinterColumn({NastyTexts.Literal(b)}, {NastyTexts.Literal(path)})] "
            + $"[AllowBreakingChange({NastyTexts.Literal(path)})] [Obsolete({NastyTexts.Literal(a)})] [CelRule({NastyTexts.Literal(a)})] "
            + $"[AtMostOneOf({NastyTexts.Literal(a)}, {NastyTexts.Literal(b)})]")
        .Replace("Kind = \"Example\"", $"Kind = {NastyTexts.Literal(a)}", StringComparison.Ordinal)
        .Replace("JsonContext =", $"Singular = {NastyTexts.Literal(b)}, ShortNames = [{NastyTexts.Literal(a)}, {NastyTexts.Literal(path)}], JsonContext =", StringComparison.Ordinal));

    [Fact]
    public void AttributesOfPropertiesNeverFail() => s_kind.Sample(Judge, iter: Kinds);

    [Fact]
    public void AttributesOfKindsNeverFail() => s_definition.Sample(Judge, iter: Kinds);

    private static void Judge(string source)
    {
        var generation = Generation.Of(source);
        var result = generation.Result.Results.Single();
        Assert.True(result.Exception is null, $"{result.Exception}\n{source}");
        foreach (var problem in result.Diagnostics)
        {
            Assert.Contains(DescriptorTable.All, d => d.Id == problem.Id);
            Assert.True(problem.Location.SourceSpan.End <= source.Length && problem.Location.GetLineSpan().Path == "File0.cs", $"{problem}\n{source}");
            Assert.NotEmpty(problem.GetMessage(null));
        }

        var hasError = result.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);
        var hasDefinition = generation.Files.Keys.Any(f => f.Contains("CustomResourceDefinition", StringComparison.Ordinal));
        Assert.True(hasError != hasDefinition, source);
    }

    private static Gen<string> Text(string attribute, Gen<string> text) => text.Select(t => $"{attribute}({NastyTexts.Literal(t)})");
}
