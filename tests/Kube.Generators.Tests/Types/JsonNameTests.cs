using Kube.Generators.Parsing;
using Kube.Generators.Parsing.Members;
using Kube.Generators.Tests.Support;

namespace Kube.Generators.Tests.Types;

/// <summary>JSON names: exactly those of the serializer, and a warning where Kubernetes would choose another.</summary>
public class JsonNameTests
{
    [Theory]
    [InlineData("URL", "url")]
    [InlineData("HTTPGet", "httpGet")]
    [InlineData("PodIP", "podIP")]
    [InlineData("X", "x")]
    [InlineData("XAxis", "xAxis")]
    [InlineData("V1Beta", "v1Beta")]
    [InlineData("IPAddress", "ipAddress")]
    [InlineData("TLSSecret", "tlsSecret")]
    [InlineData("already", "already")]
    [InlineData("@namespace", "namespace")]
    [InlineData("@class", "class")]
    public void NameThatKubernetesWouldHaveToo(string name, string json) =>
        Assert.Equal([json], Generation.Spec($"public string? {name} {{ get; set; }}")["properties"]!.AsObject().Select(p => p.Key));

    [Fact]
    public void JsonWritesAndReadsThemAll() => TypeAssert.AgreesWithJson(TestKind.WithSpec(
        """
        public string? URL { get; set; } public string? HTTPGet { get; set; } public string? PodIP { get; set; } public string? X { get; set; }
        public string? already { get; set; } public string? @namespace { get; set; } public string? @class { get; set; } public string? V1Beta { get; set; }
        [JsonPropertyName("a-b.c/d")] public string? A1 { get; set; } [JsonPropertyName("$type")] public string? A2 { get; set; }
        [JsonPropertyName("Ünïcode ☃")] public string? A3 { get; set; } [JsonPropertyName("with \"quotes\"")] public string? A4 { get; set; } public string? IPs { get; set; }
        public string? ID2Name { get; set; } public string? A_B { get; set; } public string? Été { get; set; } public string? Ö { get; set; } public string? _hidden { get; set; }
        """));

    [Theory]
    [InlineData("IPs", "iPs", "'ips'")]
    [InlineData("URLsByName", "urLsByName", "'urlsByName'")]
    [InlineData("ID2Name", "iD2Name", "'id2Name'")]
    [InlineData("HTTP2Port", "httP2Port", "'http2Port'")]
    [InlineData("A_B", "a_B", "'aB'")]
    [InlineData("_hidden", "_hidden", "'hidden'")]
    [InlineData("Été", "été", "'t'")]
    [InlineData("Ö", "ö", "ASCII letters")]
    public void SurprisingNameIsAWarningThatSaysABetterOne(string name, string json, string better)
    {
        TypeAssert.Reports("KCR014", name, $"'{name}' is '{json}' in JSON", $"public string? {name} {{ get; set; }}");
        TypeAssert.Reports("KCR014", name, better, $"public string? {name} {{ get; set; }}");
    }

    [Theory]
    [InlineData("iPs")]
    [InlineData("a_b")]
    [InlineData("a-b.c/d")]
    [InlineData("$type")]
    [InlineData("Ünïcode ☃")]
    [InlineData("Upper")]
    [InlineData("with \\\"quotes\\\"")]
    public void NameThatWasSaidIsTakenAsItIs(string name) =>
        Assert.Equal(
            [name.Replace("\\\"", "\"", StringComparison.Ordinal)],
            Generation.Spec($"[JsonPropertyName(\"{name}\")] public string? A {{ get; set; }}")["properties"]!.AsObject().Select(p => p.Key));

    [Theory]
    [InlineData("public string? a { get; set; } public string? A { get; set; }")]
    [InlineData("public string? B { get; set; } [JsonPropertyName(\"b\")] public string? A { get; set; }")]
    public void OneNameForTwoIsAnError(string members) => TypeAssert.Reports("KCR010", "A", "rename one", members);

    [Fact]
    public void NameOfAnIgnoredPropertyIsFree() => TypeAssert.HasProperties(
        ["b"], "[JsonIgnore] public string? B { get; set; } [JsonPropertyName(\"b\")] public string? A { get; set; }");

    [Fact]
    public void OrdinaryNamesAreNotJudged() => Assert.All(
        ["Replicas", "MinReadySeconds", "URL", "HostIP", "HostIPs", "A", "AZ"],
        n => Assert.Null(ConventionalName.WhySurprising(n, JsonNames.CamelCase(n))));
}
