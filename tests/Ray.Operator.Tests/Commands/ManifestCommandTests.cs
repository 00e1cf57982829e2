using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Ray.Operator.Commands;
using Ray.Operator.Commands.Manifests;
using Ray.Operator.Options;

namespace Ray.Operator.Tests.Commands;

/// <summary>Manifests judged without a cluster.</summary>
public sealed class ManifestCommandTests
{
    private static readonly string s_root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../.."));

    private static readonly string s_invalid = Path.Combine(s_root, "tests", "Ray.Operator.Tests", "Validation", "Invalid");

    public static TheoryData<string> Samples => [.. new[] { "samples", Path.Combine("samples", "v1alpha1") }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(s_root, folder), "*.yaml"))
        .Select(path => Path.GetRelativePath(s_root, path))
        .Order(StringComparer.Ordinal)];

    // The server fills in the first two, and the third is wrong only under options of the operator.
    private static readonly string[] s_valid = ["max-replicas-missing.yaml", "min-replicas-missing.yaml", "suspended-group-gate-off.yaml"];

    public static TheoryData<string> Invalid =>
    [
        .. Directory.EnumerateFiles(s_invalid, "*.yaml").Select(path => Path.GetFileName(path)!).Except(s_valid).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Nothing_is_wrong_with_a_sample(string file) =>
        Assert.DoesNotContain(FindingsOf(Path.Combine(s_root, file)), finding => finding.IsError);

    [Theory]
    [MemberData(nameof(Invalid))]
    public void What_the_operator_refuses_is_found_with_its_line(string file)
    {
        var path = Path.Combine(s_invalid, file);
        var errors = FindingsOf(path).Where(finding => finding.IsError).ToList();

        Assert.NotEmpty(errors);
        Assert.All(errors, error => Assert.InRange(error.Line, 1, File.ReadAllLines(path).Length));
        Assert.All(errors, error => Assert.Matches("^(metadata|spec)", error.Path));
    }

    [Fact]
    public void A_finding_is_a_line_that_editors_follow() => Assert.Equal(
        "a.yaml:9: error: spec.headGroupSpec.template.spec.containers[0].imge: there is no such field; look for a misspelling",
        Assert.Single(Judge(
            """
            apiVersion: ray.io/v1
            kind: RayCluster
            metadata: {name: a}
            spec:
              headGroupSpec:
                template:
                  spec:
                    containers:
                      - {name: ray, image: b, imge: c}
            """)).ToString());

    [Theory]
    [InlineData("a: [", "a.yaml:2: error: is no YAML: ")]
    [InlineData("- a", "a.yaml:1: error: is no object of Kubernetes; begin with apiVersion, kind and metadata")]
    [InlineData("\n\nkind: RayCluster\napiVersion: ray.io/v2", "a.yaml:4: error: apiVersion: 'ray.io/v2' is not served; use ray.io/v1 or ray.io/v1alpha1")]
    [InlineData("kind: RayCluster\napiVersion: ray.io/v1\nspec: 3", "a.yaml:3: error: spec: ")]
    public void What_is_no_manifest_is_told_too(string text, string expected) =>
        Assert.StartsWith(expected, Judge(text)[0].ToString(), StringComparison.Ordinal);

    [Fact]
    public void Every_document_and_every_item_of_a_list_is_judged() => Assert.Equal(
        [3, 8, 11],
        Judge(
            """
            kind: RayCluster
            apiVersion: ray.io/v1
            spec: 1
            ---
            ---
            kind: RayCluster
            apiVersion: ray.io/v1
            spec: 2
            ---
            kind: List
            items: [{kind: RayCluster, apiVersion: ray.io/v1, spec: 3}, {kind: ConfigMap, apiVersion: v1}]
            """).Select(finding => finding.Line));

    [Fact]
    public async Task The_command_ends_with_a_code_for_bad_manifests()
    {
        Assert.Equal(ExitCode.Success, await RootCommands.InvokeAsync(["validate", Path.Combine(s_root, "samples")]));
        Assert.Equal(ExitCode.BadManifest, await RootCommands.InvokeAsync(["validate", s_invalid]));
        Assert.Equal(ExitCode.BadManifest, await RootCommands.InvokeAsync(["validate", "/no/such/file"]));
        Assert.Equal(ExitCode.BadUsage, await RootCommands.InvokeAsync(["validate", "--feature-gates=Nonsense=true", s_invalid]));
        Assert.Equal(ExitCode.BadUsage, await RootCommands.InvokeAsync(["validate"]));
        Assert.Equal(ExitCode.BadManifest, await RootCommands.InvokeAsync(["render", s_invalid]));
    }

    private static List<Finding> FindingsOf(string path) => Judge(File.ReadAllText(path), path);

    private static List<Finding> Judge(string text, string file = "a.yaml")
    {
        var manifests = ImmutableArray.CreateBuilder<Manifest>();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        ManifestReader.Parse(file, text, manifests, findings);
        return
        [
            .. findings,
            .. manifests.Where(manifest => manifest.IsRayCluster)
                .SelectMany(manifest => ManifestValidator.Validate(manifest, new OperatorSettings()).Findings),
        ];
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
