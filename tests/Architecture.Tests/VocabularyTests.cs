using Architecture.Tests.Rules;
using Architecture.Tests.Sources;

namespace Architecture.Tests;

public sealed class VocabularyTests
{
    [Fact]
    public void Kube_packages_never_speak_of_Ray()
    {
        var sources = Repository.SourcesOf("src", "generators").Where(file => file.Path.Split('/')[1].StartsWith("Kube.", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(sources);
        Violation.AssertNone(sources.SelectMany(VocabularyRule.Check));
    }

    [Theory]
    [InlineData("class RayClusterCache;")]
    [InlineData("class MyRayCache;")]
    [InlineData("// what Ray wants")]
    [InlineData("var group = \"ray.io\";")]
    [InlineData("/// rayclusters")]
    public void A_mention_is_found(string code) => Assert.Single(VocabularyRule.Check(new("src/Kube.Core/a.cs", code)));

    [Theory]
    [InlineData("class JsonArrayDiff;")]
    [InlineData("// arrays, spray, trays")]
    public void Words_that_merely_contain_it_are_fine(string code) => Assert.Empty(VocabularyRule.Check(new("src/Kube.Core/a.cs", code)));
}
