using CsCheck;
using Kube.Generators.Json;
using Kube.Generators.Schema.Cel;
using Kube.Generators.Schema.Cel.Checking;
using Kube.Generators.Schema.Cel.Cost;
using Kube.Generators.Schema.Cel.Evaluation;
using Kube.Generators.Schema.Cel.Types;
using Kube.Generators.Schema.Rules;

namespace Kube.Generators.Tests.Fuzz;

/// <summary>What reads texts of attributes has an answer for any text.</summary>
public class ReaderFuzzTests
{
    private const int Count = 5000;

    private static readonly JsonObject s_schema = (JsonObject)JsonReader.Read("""
        {"type":"object","properties":{"a":{"type":"string"},"b":{"type":"array","items":{"type":"integer"}}},"required":["a"]}
        """)!;

    private static readonly CelDeclaration s_self = CelDeclaration.Of(s_schema, CelChecker.Self, isRoot: false)!;

    [Fact]
    public void ARuleIsJudged() => NastyTexts.Rule.Sample(
        rule =>
        {
            var result = CelChecker.Check(rule, s_self.Type);
            Assert.All(result.Problems, p => Assert.InRange(p.Start, 0, p.End));
            if (result.Problems.Count == 0)
            {
                _ = CelCoster.Estimate(result, s_self).Cost.Max;
                _ = CelFolding.OnlyAnswer(result);
                _ = CelFolding.FailingParts(result).Count();
                _ = CelEvaluator.Evaluate(result, CelOutcome.OrUnknown(CelJsonValues.Of(JsonReader.Read("{\"a\":\"x\",\"b\":[1]}")!, s_self)), CelOutcome.Unknown);
            }
        },
        iter: Count);

    [Fact]
    public void APatternIsJudged() => Gen.Select(NastyTexts.Pattern, NastyTexts.Any).Sample(
        (pattern, text) =>
        {
            var reason = PatternRule.WhyNot(pattern);
            Assert.True(reason is null || GoPattern.IsMatch(pattern, text) is null);
            _ = GoPattern.IsMatch(pattern, text);
        },
        iter: Count);

    [Fact]
    public void AValueIsJudged() => NastyTexts.Json.Sample(
        json =>
        {
            if (JsonReader.Read(json) is { } value)
            {
                Assert.Equal(value, JsonReader.Read(JsonPrinter.Print(value)));
                _ = ValueCheck.WhyInvalid(DefaultCompletion.Complete(value, s_schema), s_schema);
                _ = CelValueCheck.WhyRefused(value, s_schema);
            }
        },
        iter: Count);

    [Fact]
    public void AFormatIsJudged() => Gen.Select(
        Gen.OneOf("date", "date-time", "duration", "uuid", "byte", "uri", "email", "mac", "ipv4", "ipv6", "cidr", "k8s-short-name", "k8s-long-name", "other"),
        NastyTexts.Any).Sample((format, text) => { _ = FormatCheck.IsWrong(text, format); }, iter: Count);

    [Fact]
    public void AFieldPathIsJudged() => NastyTexts.Path.Sample(
        path => { _ = CelFieldPath.WhyNot(path, s_schema); }, iter: Count);
}
