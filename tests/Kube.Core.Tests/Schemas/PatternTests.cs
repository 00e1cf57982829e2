using System.Text.Json.Nodes;

namespace Kube.Core.Tests.Schemas;

/// <summary>Patterns with the meaning of Go's RE2.</summary>
public sealed class PatternTests
{
    [Theory]
    [InlineData(@"^\d$", "٣", false)]
    [InlineData(@"^\w$", "é", false)]
    [InlineData(@"^\W$", "é", true)]
    [InlineData(@"^\s$", "\u00a0", false)]
    [InlineData("a$", "a\n", false)]
    [InlineData(@"a\z", "a", true)]
    [InlineData("^.$", "\n", false)]
    [InlineData("^.{1}$", "\U0001F600", true)]
    [InlineData("^[[:alpha:]]+$", "abc", true)]
    [InlineData("^[[:^alpha:]]+$", "abc", null)]
    [InlineData("^[]a]$", "]", true)]
    [InlineData("^[^]a]$", "b", true)]
    [InlineData(@"^[\d.]+$", "1.2", true)]
    [InlineData(@"^\pL$", "é", true)]
    [InlineData(@"^\p{Greek}$", "α", null)]
    [InlineData(@"^\x41\x{42}$", "AB", true)]
    [InlineData("^(?P<name>a)$", "a", true)]
    [InlineData("(?i)^A$", "a", true)]
    [InlineData("(?m)^a$", "b\na", null)]
    [InlineData("(?=a)b", "b", null)]
    [InlineData(@"(a)\1", "aa", null)]
    [InlineData("(", "a", null)]
    [InlineData(@"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$", "my-name", true)]
    [InlineData(@"^(\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))))?$", "1.5Gi", true)]
    public void Matches_as_in_Go(string pattern, string text, bool? matches)
    {
        var schema = SchemaOf.Value(new JsonObject { ["type"] = "string", ["pattern"] = pattern }.ToJsonString());

        // What cannot be judged is accepted.
        Assert.Equal(matches != false, schema.Validate(text).Count == 0);
    }

    [Fact]
    public void Hostile_texts_take_no_longer()
    {
        var schema = SchemaOf.Value("""{"type":"string","pattern":"^(a+)+$"}""");
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Assert.Single(schema.Validate(new string('a', 50_000) + "!"));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }
}
