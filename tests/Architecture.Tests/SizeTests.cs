using Architecture.Tests.Rules;
using Architecture.Tests.Sources;

namespace Architecture.Tests;

public sealed class SizeTests
{
    [Fact]
    public void Files_and_methods_are_small() =>
        Violation.AssertNone(Repository.SourcesOf("src", "generators", "tests", "eng", "samples", "benchmarks").SelectMany(SizeRule.Check));

    [Fact]
    public void A_long_file_is_found() => Assert.Single(SizeRule.Check(new("a.cs", new string('\n', SizeRule.FileLimit) + "//")));

    [Fact]
    public void A_file_of_just_the_limit_is_fine() => Assert.Empty(SizeRule.Check(new("a.cs", new string('\n', SizeRule.FileLimit - 1) + "//\n")));

    [Theory]
    [InlineData("void M()\n{")]
    [InlineData("C()\n{")]
    [InlineData("int P { get\n{")]
    [InlineData("void M() { void L()\n{")]
    public void A_long_method_is_found_where_it_begins(string head)
    {
        var text = $"class C\n{{\n{head}{new string('\n', SizeRule.MethodLimit)}}} }}";

        Assert.Contains(SizeRule.Check(new("a.cs", text)), violation => violation.ToString().StartsWith("a.cs:3: a method of ", StringComparison.Ordinal));
    }

    [Fact]
    public void Documentation_does_not_make_a_method_long() => Assert.Empty(
        SizeRule.Check(new("a.cs", $"class C\n{{\n{string.Concat(Enumerable.Repeat("/// <summary>\n", 60))}void M()\n{{\n}}\n}}")));
}
