using System.Globalization;
using System.Text.Json.Nodes;
using Kube.Generators.Tests.Support;
using Kube.Generators.Tests.Wire;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Tests.Types;

/// <summary>What becomes of C# types: in the schema, and on the wire.</summary>
internal static class TypeAssert
{
    /// <summary>The only property of a spec has this schema, and the generator has nothing to say.</summary>
    public static void Becomes(string schema, string member, string types = "") => JsonAssert.Equal(schema, Generation.Property(member, types));

    /// <summary>Properties of all these types are written and read as the schema says.</summary>
    public static void AgreeWithJson(IEnumerable<string> propertyTypes, string types = "") => AgreesWithJson(
        TestKind.WithSpec(string.Join("\n    ", propertyTypes.Select((t, i) => $"public {t} Member{i} {{ get; set; }}")), types));

    /// <summary>The spec has these properties, which are sorted, in the schema and on the wire.</summary>
    public static JsonObject HasProperties(string[] names, string members, string types = "")
    {
        var schema = Generation.Spec(members, types);
        Assert.Equal(names, schema["properties"]?.AsObject().Select(p => p.Key) ?? []);
        AgreesWithJson(TestKind.WithSpec(members, types));
        return schema;
    }

    /// <summary>The generator reports one problem, at a word of the source, in words of which some are given.</summary>
    public static void Reports(string id, string place, string words, string members, string types = "")
    {
        var diagnostic = DiagnosticAssert.Reports(id, TestKind.WithSpec(members, types), place);
        Assert.Contains(words, diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    /// <summary>What the serializer writes and reads is what the schema says; copies, comparison and twins do their part.</summary>
    public static void AgreesWithJson(string source)
    {
        var errors = Generation.Of(source).Output.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity >= DiagnosticSeverity.Warning);
        Assert.Empty(errors);
        using var run = WireRun.Of(source);
        Assert.NotEqual(0, WireLaws.Hold(run, source));
    }
}
