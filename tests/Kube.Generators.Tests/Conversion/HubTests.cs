using System.Globalization;
using Kube.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Tests.Conversion;

/// <summary>What a version says of its hub.</summary>
public class HubTests
{
    /// <summary>What is replaced in the hub, the mapping and the webhook, and what stands there then; and a part of the message.</summary>
    public static TheoryData<string, string, string> BrokenHubs => new()
    {
        { "Group = \"example.com\"", "Group = \"other.com\"", "Example of examples.other.com, and this is Example of examples.example.com" },
        { "Kind = \"Example\"", "Kind = \"Sample\"", "it is Sample of examples.example.com" },
        { "PluralName = \"examples\"", "PluralName = \"samples\"", "samples.example.com" },
        { TestKind.CustomResource, "", "no custom resource that this assembly makes a definition of" },
    };

    public static TheoryData<string, string> BrokenMappings => new()
    {
        { "public static Old FromHub(Example hub)", "static Demo.Old FromHub(Demo.Example hub)" },
        { "public static Example ToHub(Old spoke)", "static Demo.Example ToHub(Demo.Old spoke)" },
    };

    [Fact]
    public void DeclaredConversionIsSilent() => DiagnosticAssert.IsSilent([TestHub.Spoke(), .. TestHub.Around()]);

    [Theory]
    [InlineData("", "KCR140")]
    [InlineData("ConversionHub<Example>", null)]
    public void ServedVersionSaysHowItIsConverted(string attribute, string? id)
    {
        var sources = TestHub.Around("public int? Size { get; set; }");
        var spoke = TestHub.Spoke("public string? Extent { get; set; }", attribute: attribute);
        if (id is null)
        {
            DiagnosticAssert.IsSilent([spoke, .. sources]);
            Assert.DoesNotContain("Demo.Old.Conversion.g.cs", Generation.Of([spoke, .. sources]).Files.Keys);
            return;
        }

        var problem = DiagnosticAssert.Reports(id, spoke, "Old", sources);
        Assert.Contains("[ConversionHub<Demo.Example>(typeof(...))]", problem.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        DiagnosticAssert.IsSilent([spoke.Replace("Storage = false", "Storage = false, Served = false", StringComparison.Ordinal), .. sources]);
    }

    [Theory]
    [MemberData(nameof(BrokenHubs))]
    public void HubIsTheStoredVersionOfTheSameKind(string valid, string broken, string message)
    {
        var sources = TestHub.Around().Select(s => s.Replace(valid, broken, StringComparison.Ordinal)).ToArray();
        AssertBadHub(TestHub.Spoke(), TestHub.Attribute, message, sources);
    }

    [Fact]
    public void HubIsAnotherClass()
    {
        var mapping = TestHub.Mapping.Replace("Example", "Old", StringComparison.Ordinal);
        AssertBadHub(
            TestHub.Spoke(attribute: "ConversionHub<Old>(typeof(Mapping))"), "ConversionHub<Old>(typeof(Mapping))", "it is the class itself",
            TestKind.WithSpec(""), mapping, TestHub.Webhook);
    }

    [Fact]
    public void HubIsAnotherVersion()
    {
        var generation = Generation.Of([TestHub.Spoke().Replace("\"v1alpha1\"", "\"v1\"", StringComparison.Ordinal), .. TestHub.Around()]);
        Assert.Equal(["KCR013", "KCR013", "KCR141"], generation.DiagnosticIds.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void HubIsNoVersionThatIsNotStored()
    {
        var other = TestVersions.Of("Newer", "v1beta1", attributes: "[ConversionHub<Example>]");
        var mapping = TestHub.Mapping.Replace("Example", "Newer", StringComparison.Ordinal);
        AssertBadHub(
            TestHub.Spoke(attribute: "ConversionHub<Newer>(typeof(Mapping))"), "ConversionHub<Newer>(typeof(Mapping))",
            "it is not the stored version, which is Demo.Example", other, TestKind.WithSpec(""), mapping, TestHub.Webhook);
    }

    [Theory]
    [InlineData("Annotation = \"a b\"", "'a b' is no key of an annotation")]
    [InlineData("Annotation = \"\"", "'' is no key of an annotation")]
    [InlineData("Annotation = \"example.com/conversion-v1beta1\"", "is that of version v1beta1 too")]
    public void AnnotationIsAKeyOfItsOwn(string argument, string message)
    {
        var attribute = $"ConversionHub<Example>(typeof(Mapping), {argument})";
        var other = TestVersions.Of("Newer", "v1beta1", attributes: "[ConversionHub<Example>(typeof(NewerMapping))]");
        var mapping = TestHub.Mapping.Replace("class Mapping", "class NewerMapping", StringComparison.Ordinal).Replace("Old", "Newer", StringComparison.Ordinal);
        var all = Generation.Of([TestHub.Spoke(attribute: attribute), other, mapping, .. TestHub.Around()]);
        Assert.All(all.DiagnosticIds, id => Assert.Equal("KCR141", id));
        Assert.Contains(all.Result.Diagnostics, d => d.GetMessage(CultureInfo.InvariantCulture).Contains(message, StringComparison.Ordinal));
        DiagnosticAssert.IsSilent([TestHub.Spoke(), other, mapping, .. TestHub.Around()]);
    }

    [Fact]
    public void NameOfTheGeneratedMemberIsFree() => AssertBadHub(
        TestHub.Spoke(members: "public int HubConversion() => 1;"), TestHub.Attribute, "'HubConversion' of the class", TestHub.Around());

    [Theory]
    [MemberData(nameof(BrokenMappings))]
    public void MappingHasBothFunctions(string valid, string signature)
    {
        var name = valid.Contains("ToHub", StringComparison.Ordinal) ? "ToHub" : "FromHub";
        string[] broken =
        [
            valid.Replace(name, "Map", StringComparison.Ordinal),
            valid.Replace("public", "private", StringComparison.Ordinal),
            valid.Replace("static", "", StringComparison.Ordinal),
            valid.Replace($" {name}", $"? {name}", StringComparison.Ordinal),
            valid.Replace("(", "<T>(", StringComparison.Ordinal),
            valid.Replace("(", "(ref ", StringComparison.Ordinal),
            valid.Replace(")", ", int other = 0)", StringComparison.Ordinal),
        ];
        Assert.All(broken, text =>
        {
            var sources = TestHub.Around().Select(s => s.Replace("static class Mapping", "class Mapping", StringComparison.Ordinal).Replace(valid, text, StringComparison.Ordinal));
            var problem = DiagnosticAssert.Reports("KCR142", TestHub.Spoke(), TestHub.Attribute, [.. sources]);
            Assert.Equal($"'Demo.Mapping' has no method of this signature that the generated code can call: {signature}", problem.GetMessage(CultureInfo.InvariantCulture));
        });
    }

    [Theory]
    [InlineData("public static class Outer { internal static class Mapping", "Outer.Mapping", "}")]
    [InlineData("internal struct Mapping", "Mapping", "")]
    [InlineData("public sealed class Mapping", "Mapping", "")]
    [InlineData("public sealed class Mapping<T>", "Mapping<int>", "")]
    public void MappingMayBeAnyType(string declaration, string name, string end)
    {
        var mapping = TestHub.Mapping.Replace("internal static class Mapping", declaration, StringComparison.Ordinal) + end;
        var generation = Generation.Of(TestHub.Spoke(attribute: $"ConversionHub<Example>(typeof({name}))"), TestKind.WithSpec(""), mapping, TestHub.Webhook);
        Assert.DoesNotContain(generation.Result.Diagnostics, d => d.Severity > DiagnosticSeverity.Info);
        Assert.Empty(generation.Output.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public void UnboundMappingHasNoFunctions() => Assert.Equal(
        ["KCR142", "KCR142"],
        Generation.Of(
            TestHub.Spoke(attribute: "ConversionHub<Example>(typeof(Mapping<>))"), TestKind.WithSpec(""),
            TestHub.Mapping.Replace("class Mapping", "class Mapping<T>", StringComparison.Ordinal), TestHub.Webhook).DiagnosticIds);

    private static void AssertBadHub(string spoke, string place, string message, params string[] others)
    {
        var generation = Generation.Of([spoke, .. others]);
        var problem = Assert.Single(generation.Result.Diagnostics, d => d.Id == "KCR141");
        Assert.Contains(message, problem.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal(place, spoke.Substring(problem.Location.SourceSpan.Start, problem.Location.SourceSpan.Length));
        Assert.DoesNotContain("Demo.Old.Conversion.g.cs", generation.Files.Keys);
    }
}
