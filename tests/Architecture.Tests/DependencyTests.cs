using Architecture.Tests.Rules;
using Architecture.Tests.Sources;

namespace Architecture.Tests;

public sealed class DependencyTests
{
    [Fact]
    public void Projects_depend_in_one_direction()
    {
        var projects = Repository.ProjectsOf("src").Concat(Repository.ProjectsOf("generators")).ToList();

        Assert.NotEmpty(projects);
        Violation.AssertNone(projects.SelectMany(path => DependencyRule.Check(path, File.ReadAllText(Path.Combine(Repository.Root, path)))));
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "RayOperator.sln")).Replace('\\', '/');
        var projects = new[] { "src", "generators", "tests", "eng", "benchmarks", "samples" }.SelectMany(Repository.ProjectsOf);

        Violation.AssertNone(projects.Where(path => !solution.Contains($"\"{path}\"", StringComparison.Ordinal))
            .Select(path => new Violation(path, 1, "not in RayOperator.sln")));
    }

    [Theory]
    [InlineData("Kube.Core", "../Kube.Runtime/Kube.Runtime.csproj")]
    [InlineData("Kube.Runtime", "..\\Ray.Api\\Ray.Api.csproj")]
    [InlineData("Ray.Api", "../../generators/Kube.Generators/Kube.Generators.csproj")]
    public void A_wrong_reference_is_found_with_its_line(string project, string reference) =>
        Assert.Equal(2, Assert.Single(DependencyRule.Check($"src/{project}/{project}.csproj", ProjectOf(reference))).Line);

    [Fact]
    public void A_right_reference_is_fine() =>
        Assert.Empty(DependencyRule.Check("src/Ray.Api/Ray.Api.csproj", ProjectOf("../Kube.Core/Kube.Core.csproj")));

    [Fact]
    public void A_project_that_nobody_placed_is_found() =>
        Assert.Single(DependencyRule.Check("src/Kube.New/Kube.New.csproj", ProjectOf("../Kube.Core/Kube.Core.csproj")));

    private static string ProjectOf(string reference) => $"<Project>\n<ItemGroup><ProjectReference Include=\"{reference}\" /></ItemGroup>\n</Project>";
}
