using System.Text.Json.Nodes;
using Kube.Generators.Parsing;
using Kube.Generators.Schema.Definitions;
using Kube.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Tests.Schema;

/// <summary>What attributes say of the definition around the schema.</summary>
public class ResourceTests
{
    private const string Webhook =
        "ConversionWebhook(ServiceNamespace = \"ns\", ServiceName = \"hook\", Path = \"/convert\", Port = 8443)";

    [Fact]
    public void VersionsAreSortedAsTheServerSortsThem()
    {
        string[] versions = ["foo1", "v11alpha2", "foo10", "v10", "v2", "v12alpha1", "v3beta1", "v1", "v11beta2", "v10beta3"];
        Assert.Equal(
            ["v10", "v2", "v1", "v11beta2", "v10beta3", "v3beta1", "v12alpha1", "v11alpha2", "foo1", "foo10"],
            versions.Order(VersionOrder.Instance));
    }

    [Fact]
    public void StableVersionStandsBeforeBetaInTheDefinition()
    {
        var manifest = Generation.Of(TestKind.WithSpec(""), TestVersions.Of("Old", "v1alpha1"), TestVersions.Of("Next", "v2beta1")).Manifest();
        Assert.Equal(["v1", "v2beta1", "v1alpha1"], manifest["spec"]!["versions"]!.AsArray().Select(v => v!["name"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("[Obsolete(\"Use v1.\")]", """{"deprecated":true,"deprecationWarning":"Use v1."}""")]
    [InlineData("[Obsolete]", """{"deprecated":true}""")]
    public void ObsoleteVersionIsDeprecated(string attribute, string expected)
    {
        var generation = Generation.Of(TestKind.WithSpec(""), TestVersions.Of("Old", "v1alpha1", attributes: attribute));
        var version = generation.Manifest()["spec"]!["versions"]![1]!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(expected)!.AsObject())
        {
            JsonAssert.Equal(value!.ToJsonString(), version[name]);
        }

        Assert.DoesNotContain(generation.Output.GetDiagnostics(TestContext.Current.CancellationToken), d => d.Id is "CS0612" or "CS0618" && IsGenerated(d));
    }

    [Fact]
    public void AnnotationsAndLabelsOfAllVersionsStandAtTheDefinition()
    {
        var first = TestKind.WithSpec("", attributes: """
            [DefinitionAnnotation("cert-manager.io/inject-ca-from", "ns/cert"), DefinitionLabel("app", "demo"), DefinitionLabel("empty", "")]
            """);
        var second = TestVersions.Of("Old", "v1alpha1", attributes: """[DefinitionAnnotation("note", "any: text\n"), DefinitionLabel("app", "demo")]""");
        JsonAssert.Equal(
            """
            {"name":"examples.example.com","annotations":{"cert-manager.io/inject-ca-from":"ns/cert","note":"any: text\n"},
             "labels":{"app":"demo","empty":""}}
            """,
            Generation.Of(first, second).Manifest()["metadata"]);
    }

    [Theory]
    [InlineData("unapproved, experimental-only")]
    [InlineData("https://github.com/kubernetes/enhancements/pull/1111")]
    public void GroupOfKubernetesIsTakenWithItsAnnotation(string approval) => DiagnosticAssert.IsSilent(
        TestKind.WithSpec("", attributes: $"[DefinitionAnnotation(\"api-approved.kubernetes.io\", \"{approval}\")]")
            .Replace("\"example.com\"", "\"demo.k8s.io\"", StringComparison.Ordinal));

    [Fact]
    public void WebhookOfTheClassConverts() => JsonAssert.Equal(
        """
        {"strategy":"Webhook","webhook":{"clientConfig":{"service":{"name":"hook","namespace":"ns","path":"/convert","port":8443}},
         "conversionReviewVersions":["v1"]}}
        """,
        Generation.Of(TestKind.WithSpec("", attributes: $"[{Webhook}]")).Manifest()["spec"]!["conversion"]);

    [Fact]
    public void WebhookByAddressHasNoService() => JsonAssert.Equal(
        """
        {"strategy":"Webhook","webhook":{"clientConfig":{"url":"https://hook.example.com/convert","caBundle":"YWJj"},
         "conversionReviewVersions":["v1","v1beta1"]}}
        """,
        Generation.Of(TestKind.WithSpec("", attributes: """
            [ConversionWebhook(Url = "https://hook.example.com/convert", CaBundle = "YWJj", ConversionReviewVersions = ["v1", "v1beta1"])]
            """)).Manifest()["spec"]!["conversion"]);

    [Fact]
    public void WebhookOfTheAssemblyIsForKindsOfSeveralVersions()
    {
        var assembly = $"[assembly: Kube.{Webhook}]";
        Assert.Null(Generation.Of(TestKind.WithSpec(""), assembly).Manifest()["spec"]!["conversion"]);
        var several = Generation.Of(TestKind.WithSpec(""), TestVersions.Of("Old", "v1alpha1", attributes: "[ConversionHub<Example>]"), assembly);
        Assert.Equal("Webhook", several.Manifest()["spec"]!["conversion"]!["strategy"]!.GetValue<string>());
    }

    [Fact]
    public void GroupOfTheAssemblyStandsIn()
    {
        var source = TestKind.WithSpec("").Replace("Group = \"example.com\", ", "", StringComparison.Ordinal);
        var generation = Generation.Of(source, """[assembly: Kube.DefaultGroup("demo.example.org")]""");
        Assert.Equal("demo.example.org", generation.Manifest()["spec"]!["group"]!.GetValue<string>());
    }

    [Fact]
    public void KindIsCalledAsItsClassUnlessItSaysOtherwise()
    {
        var source = TestKind.WithSpec("").Replace("Kind = \"Example\", ", "", StringComparison.Ordinal);
        Assert.Equal("Example", Generation.Of(source).Manifest()["spec"]!["names"]!["kind"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("Backup", "backups", true)]
    [InlineData("Policy", "policies", true)]
    [InlineData("Gateway", "gateways", true)]
    [InlineData("Ingress", "ingresses", true)]
    [InlineData("Patch", "patches", true)]
    [InlineData("Proxy", "proxies", true)]
    [InlineData("Status", "statuses", true)]
    [InlineData("SearchIndex", "searchindexes", false)]
    [InlineData("Person", "persons", false)]
    [InlineData("Photo", "photos", false)]
    [InlineData("Quiz", "quizes", false)]
    [InlineData("Pods", "podses", false)]
    public void PluralIsEnglish(string kind, string plural, bool isRegular) => Assert.Equal((plural, isRegular), EnglishPlural.Of(kind));

    private static bool IsGenerated(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true;
}
