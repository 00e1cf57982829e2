using Kube.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Tests.Emission;

/// <summary>The C# that is generated.</summary>
public class ClientTests
{
    private static readonly string s_kind = TestKind.WithSpec(
        "public int? Size { get; set; }",
        "public class ExampleStatus { public string? State { get; set; } }",
        kindMembers: "public ExampleStatus? Status { get; set; }");

    private static readonly string s_clusterKind = TestKind.WithSpec("").Replace(
        "typeof(ExampleJson))", "typeof(ExampleJson), Scope = ResourceScope.Cluster)", StringComparison.Ordinal);

    [Fact]
    public void ClientOfANamespacedKindIsAsReviewed() =>
        Golden.Equal("ExampleClient.cs.txt", Generation.Of(s_kind).Files["Demo.Example.Client.g.cs"]);

    [Fact]
    public void ResourceTypeIsAsReviewed() =>
        Golden.Equal("Example.ResourceType.cs.txt", Generation.Of(s_kind).Files["Demo.Example.ResourceType.g.cs"]);

    [Fact]
    public void GeneratedCodeCompilesWithoutAnyWarning()
    {
        var cluster = s_clusterKind
            .Replace("Example", "Other", StringComparison.Ordinal)
            .Replace("examples", "others", StringComparison.Ordinal);
        AssertCompiles(Generation.Of(s_kind, DefinitionWithVersions, cluster));
    }

    [Fact]
    public void KindInTheGlobalNamespaceCompiles() =>
        AssertCompiles(Generation.Of(s_kind.Replace("namespace Demo;", "", StringComparison.Ordinal)));

    [Fact]
    public void InternalKindHasAnInternalClient()
    {
        var generation = Generation.Of(
            s_kind.Replace("public sealed partial record", "internal sealed partial record", StringComparison.Ordinal)
                .Replace("public sealed class ExampleJson", "internal sealed class ExampleJson", StringComparison.Ordinal));
        AssertCompiles(generation);
        Assert.Contains("internal sealed class ExampleClient", generation.Files["Demo.Example.Client.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void ClientOfAClusterScopedKindKnowsNoNamespaces()
    {
        var client = Generation.Of(s_clusterKind).Files["Demo.Example.Client.g.cs"];
        var members = client.Replace("namespace Demo;", "", StringComparison.Ordinal);
        Assert.DoesNotContain("namespace", members, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Status", client, StringComparison.Ordinal);
    }

    private static string DefinitionWithVersions => Schema.DefinitionTests.SecondVersion;

    private static void AssertCompiles(Generation generation)
    {
        Assert.Empty(generation.Result.Diagnostics);
        var diagnostics = generation.Output.GetDiagnostics(TestContext.Current.CancellationToken);
        Assert.Empty(diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning));
    }
}
