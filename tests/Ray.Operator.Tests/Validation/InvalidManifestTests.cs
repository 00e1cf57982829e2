using System.Runtime.CompilerServices;
using System.Text;
using Ray.Operator.Options;
using Ray.Operator.RayClusters.Applying;
using Ray.Operator.RayClusters.Planning;
using Ray.Operator.RayClusters.Status;
using Ray.Operator.Tests.Simulation;
using Ray.Operator.Tests.Support;

namespace Ray.Operator.Tests.Validation;

/// <summary>
/// Manifests that the operator refuses, one mistake each, in the folder <c>Invalid</c>. Beside each stands what its author is told:
/// condition, event and message, to the letter.
/// </summary>
public sealed class InvalidManifestTests
{
    private static readonly string s_folder = Path.Combine(Path.GetDirectoryName(ThisFile())!, "Invalid");

    public static TheoryData<string> Manifests => [.. Directory.EnumerateFiles(s_folder, "*.yaml")
        .Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Manifests))]
    public void Its_author_is_told(string name)
    {
        var (snapshot, plan) = Plan(name);

        Assert.Empty(plan.Actions);
        Assert.NotEmpty(plan.Problems);
        GoldenText.Matches(Path.Combine(s_folder, name + ".expected.txt"), Told(snapshot, plan));
    }

    [Theory]
    [MemberData(nameof(Manifests))]
    public void Each_problem_has_a_place_and_a_remedy(string name) => Assert.All(Plan(name).Plan.Problems, problem =>
    {
        Assert.Matches("^(metadata|spec)", problem.Field);
        Assert.NotEmpty(problem.Message);
        Assert.NotEmpty(problem.Remedy);
    });

    [Fact]
    public void There_are_many() => Assert.InRange(Manifests.Count, 60, int.MaxValue);

    [Fact]
    public void No_expectation_is_left_over() => Assert.Equal(
        Directory.EnumerateFiles(s_folder, "*.yaml").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(s_folder, "*.expected.txt").Select(path => Path.GetFileName(path)[..^".expected.txt".Length])
            .Order(StringComparer.Ordinal));

    private static (RayClusters.Observing.ClusterSnapshot Snapshot, Plan Plan) Plan(string name)
    {
        var manifest = Manifest.Read(Path.Combine(s_folder, name + ".yaml"));
        var settings = new OperatorSettings { Version = "1.2.3", Gates = manifest.Gates };
        var snapshot = Snapshots.Of(manifest.Cluster) with { Settings = settings };
        return (snapshot, Planner.Plan(snapshot));
    }

    private static string Told(RayClusters.Observing.ClusterSnapshot snapshot, Plan plan)
    {
        var text = new StringBuilder();
        var condition = ConditionRules.Compute(snapshot, plan, ApplyOutcome.Nothing).Single(c => c.Type == ConditionRules.SpecInvalid);
        text.Append($"condition {condition.Type} is {condition.Status}, reason {condition.Reason}:\n  {condition.Message}\n");
        foreach (var told in ClusterEvents.OfProblems(snapshot, plan))
        {
            text.Append($"event {(told.IsWarning ? "Warning" : "Normal")} {told.Reason}, action {told.Action}:\n  {told.Note}\n");
        }

        return text.ToString();
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
