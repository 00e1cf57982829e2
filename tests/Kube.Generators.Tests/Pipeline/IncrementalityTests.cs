using System.Collections.Immutable;
using Kube.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kube.Generators.Tests.Pipeline;

/// <summary>An edit that changes nothing of a kind makes no schema again and prints nothing again.</summary>
public class IncrementalityTests
{
    private static readonly string[] s_modelSteps =
        [TrackingNames.Resources, TrackingNames.Versions, TrackingNames.Definitions];

    private static readonly string s_source = TestKind.WithSpec(
        "[Minimum(1), Default(\"1\")] public int? Size { get; set; } public V1PodTemplateSpec? Template { get; set; }",
        attributes: "[PrinterColumn(\"size\", \".spec.size\")]");

    [Fact]
    public void EditInAnotherFileRunsNothingAgain() =>
        Assert.All(StepsAfter(s_source, "class Other { int x; }"), s => AssertUnchanged(s.Reasons));

    [Fact]
    public void EditAboveTheKindRunsNothingAgain() =>
        Assert.All(StepsAfter("// Moved.\n\n" + s_source, "class Other { }"), s => AssertUnchanged(s.Reasons));

    [Fact]
    public void EditInAMethodOfTheKindRunsNothingAgain()
    {
        var withMethod = s_source.Replace(
            "public ExampleSpec? Spec", "public int M() => 1; public ExampleSpec? Spec", StringComparison.Ordinal);
        Assert.All(StepsAfter(withMethod, "class Other { }"), s => AssertUnchanged(s.Reasons));
    }

    [Fact]
    public void ChangeOfAnAttributeMakesTheSchemaAgain()
    {
        var steps = StepsAfter(s_source.Replace("Minimum(1)", "Minimum(0)", StringComparison.Ordinal), "class Other { }");
        Assert.All(steps, s => Assert.Contains(IncrementalStepRunReason.Modified, s.Reasons));
    }

    [Fact]
    public void ChangeInAnotherKindLeavesThisOneAlone()
    {
        var second = Schema.DefinitionTests.SecondVersion.Replace("\"examples\"", "\"others\"", StringComparison.Ordinal);
        var renamed = second.Replace("\"others\"", "\"strangers\"", StringComparison.Ordinal);
        var reasons = Run([s_source, second], [s_source, renamed])[TrackingNames.Versions]
            .SelectMany(s => s.Outputs.Select(o => o.Reason)).ToList();
        Assert.Contains(IncrementalStepRunReason.Modified, reasons);
        Assert.Contains(reasons, IsUnchanged);
    }

    [Fact]
    public void AnEditedCommentChangesTheDefinitionAlone()
    {
        var before = s_source.Replace("[Minimum(1)", "/// <summary>Before.</summary>\n[Minimum(1)", StringComparison.Ordinal);
        var after = before.Replace("Before.", "After.", StringComparison.Ordinal);
        var steps = Run([before], [after]);
        Assert.All([TrackingNames.Clients, TrackingNames.Shapes, TrackingNames.Registration], n => AssertUnchanged(Reasons(n)));
        Assert.Contains(IncrementalStepRunReason.Modified, Reasons(TrackingNames.Definitions));

        IEnumerable<IncrementalStepRunReason> Reasons(string name) => steps[name].SelectMany(s => s.Outputs.Select(o => o.Reason));
    }

    [Theory]
    [InlineData("namespace Demo;", "// Moved.\nnamespace Demo;", false)]
    [InlineData("[Minimum(1)]", "[Minimum(0)]", false)]
    [InlineData("[NotInHub]", "", true)]
    [InlineData("Annotation = \"example.com/a\"", "Annotation = \"example.com/b\"", true)]
    public void ConversionIsMadeAgainForWhatItDependsOn(string was, string now, bool isModified)
    {
        var spoke = TestHub.Spoke(
            "[NotInHub] public int? Lost { get; set; } [Minimum(1)] public int? Size { get; set; }",
            attribute: "ConversionHub<Example>(typeof(Mapping), Annotation = \"example.com/a\")");
        var others = TestHub.Around("public int? Size { get; set; }");
        var steps = Run([spoke, .. others], [spoke.Replace(was, now, StringComparison.Ordinal), .. others]);
        var reasons = steps[TrackingNames.Spokes].SelectMany(s => s.Outputs.Select(o => o.Reason)).ToList();
        Assert.Single(reasons);
        Assert.Equal(isModified, reasons.Contains(IncrementalStepRunReason.Modified));
        Assert.Equal(!isModified, reasons.All(IsUnchanged));
    }

    private static IEnumerable<(string Name, IEnumerable<IncrementalStepRunReason> Reasons)> StepsAfter(string source, string other)
    {
        var steps = Run([s_source, "class Other { }"], [source, other]);
        return s_modelSteps.Select(n => (n, steps[n].SelectMany(s => s.Outputs.Select(o => o.Reason))));
    }

    private static ImmutableDictionary<string, ImmutableArray<IncrementalGeneratorRunStep>> Run(string[] before, string[] after)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var compilation = Generation.Compile(before);
        var driver = Generation.Driver().RunGenerators(compilation, cancellationToken);
        var trees = compilation.SyntaxTrees;
        var edited = compilation;
        for (var i = 0; i < before.Length; i++)
        {
            if (before[i] != after[i])
            {
                var tree = CSharpSyntaxTree.ParseText(after[i], path: trees[i].FilePath, cancellationToken: cancellationToken);
                edited = edited.ReplaceSyntaxTree(trees[i], tree);
            }
        }

        return driver.RunGenerators(edited, cancellationToken).GetRunResult().Results.Single().TrackedSteps;
    }

    private static void AssertUnchanged(IEnumerable<IncrementalStepRunReason> reasons)
    {
        Assert.NotEmpty(reasons);
        Assert.All(reasons, r => Assert.True(IsUnchanged(r), r.ToString()));
    }

    private static bool IsUnchanged(IncrementalStepRunReason reason) =>
        reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;
}
