using Kube.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Tests.Emission;

/// <summary>The fields by which objects can be selected, as clients have them.</summary>
public class FieldsTests
{
    private const string Types = """
        [JsonConverter(typeof(JsonStringEnumConverter<Mode>))] public enum Mode { On, Off }
        public class Part { [Selectable] public long? Weight { get; set; } }
        public class ExampleStatus { [Selectable] public string? Phase { get; set; } }
        """;

    private static readonly string s_kind = TestKind.WithSpec(
        """
        [Selectable] public string? Phase { get; set; }
        [Selectable] public bool? IsReady { get; set; }
        [Selectable] public Mode? Mode { get; set; }
        [Selectable, JsonPropertyName("max-size")] public int? Size { get; set; }
        public Part? Part { get; set; }
        public string? Other { get; set; }
        """,
        Types,
        kindMembers: "public ExampleStatus? Status { get; set; }");

    [Fact]
    public void SelectableMembersAreFieldsByTheirWholeWay() => Golden.Equal("Demo.Example.Fields.cs.txt", Generation.Of(s_kind).Files["Demo.Example.Fields.g.cs"]);

    [Fact]
    public void FieldsAreThoseOfTheDefinition()
    {
        var generation = Generation.Of(s_kind);
        Assert.Empty(generation.Output.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity >= DiagnosticSeverity.Warning));
        var fields = generation.Manifest()["spec"]!["versions"]![0]!["selectableFields"]!.AsArray();
        Assert.Equal(6, fields.Count);
        Assert.All(fields, field => Assert.Contains($"(\"{((string)field!["jsonPath"]!)[1..]}\")", generation.Files["Demo.Example.Fields.g.cs"], StringComparison.Ordinal));
    }

    [Fact]
    public void FieldsOfOneNameAreToldApart()
    {
        var generation = Generation.Of(TestKind.WithSpec(
            "[Selectable] public string? A { get; set; } [Selectable, JsonPropertyName(\"-a\")] public string? B { get; set; }",
            kindMembers: "[Selectable] public string? Name { get; set; }"));
        var fields = generation.Files["Demo.Example.Fields.g.cs"];
        Assert.All(["SpecA ", "SpecA_ ", "Name ", "Name_ "], name => Assert.Contains(name, fields, StringComparison.Ordinal));
        Assert.DoesNotContain(generation.Output.GetDiagnostics(TestContext.Current.CancellationToken), d => d.Severity >= DiagnosticSeverity.Warning);
    }

    [Fact]
    public void MemberThatCannotBeSelectedByIsNoField() =>
        Assert.DoesNotContain("Spec", Generation.Of(TestKind.WithSpec("[Selectable] public double? A { get; set; }")).Files["Demo.Example.Fields.g.cs"], StringComparison.Ordinal);
}
