using Architecture.Tests.Rules;
using Architecture.Tests.Sources;

namespace Architecture.Tests;

public sealed class PurityTests
{
    private static readonly string[] s_pureFolders =
    [
        "src/Ray.Operator/RayClusters/Desired",
        "src/Ray.Operator/RayClusters/Planning",
        "src/Ray.Operator/RayClusters/Status",
        "src/Ray.Operator/RayClusters/Validation",
        "generators/Kube.Generators/Model",
        "generators/Kube.Generators/Schema",
    ];

    public static TheoryData<string> PureFolders => [.. s_pureFolders];

    [Theory]
    [MemberData(nameof(PureFolders))]
    public void Folders_that_decide_are_pure(string folder)
    {
        var sources = Repository.SourcesOf(folder);

        Assert.True(sources.Count > 0, $"{folder} is gone: name the folder that took its place");
        Violation.AssertNone(sources.SelectMany(IdentifierRule.Purity.Check));
        Violation.AssertNone(sources.SelectMany(IdentifierRule.Determinism.Check));
    }

    [Fact]
    public void Only_parsing_knows_symbols()
    {
        var sources = Repository.SourcesOf("generators/Kube.Generators");
        var others = sources.Where(file => !file.Path.Contains("/Parsing/", StringComparison.Ordinal) && !IsEntry(file)).ToList();

        Assert.NotEmpty(others);
        Violation.AssertNone(others.SelectMany(IdentifierRule.NoSymbols.Check));
    }

    [Theory]
    [InlineData("class C { Task M() => null; }")]
    [InlineData("class C { async void M() { } }")]
    [InlineData("class C { int N = System.Random.Shared.Next(); }")]
    [InlineData("class C(ILogger<C> log);")]
    [InlineData("class C { string? V => System.Environment.GetEnvironmentVariable(\"V\"); }")]
    public void An_impure_file_is_found(string code) => Assert.NotEmpty(IdentifierRule.Purity.Check(new("a.cs", code)));

    [Fact]
    public void A_clock_is_found_with_its_line() =>
        Assert.Equal(2, Assert.Single(IdentifierRule.Determinism.Check(new("a.cs", "class C {\nobject N = System.DateTime.UtcNow; }"))).Line);

    [Fact]
    public void Comments_and_texts_may_speak_of_everything() =>
        Assert.Empty(IdentifierRule.Purity.Check(new("a.cs", "// A Task needs an ILogger.\nclass C { string S = \"Random\"; }")));

    [Fact]
    public void Names_of_namespaces_are_no_use_of_them() =>
        Assert.Empty(IdentifierRule.Purity.Check(new("a.cs", "using X.Environment;\nnamespace Y.Environment;\nclass C;")));

    [Fact]
    public void A_symbol_outside_parsing_is_found() =>
        Assert.NotEmpty(IdentifierRule.NoSymbols.Check(new("a.cs", "record Model(Microsoft.CodeAnalysis.INamedTypeSymbol Type);")));

    // The generator wires the pipeline, so its signature cannot do without Roslyn's types.
    private static bool IsEntry(SourceFile file) => file.Path.EndsWith("/CustomResourceGenerator.cs", StringComparison.Ordinal);
}
