using System.Text.RegularExpressions;
using Kube.Generators.Schema.Cel.Syntax;
using Kube.Generators.Schema.Rules;

namespace Kube.Generators.Schema.Cel.Checking;

/// <summary>Constants that the server reads when a definition is applied: patterns, durations and times.</summary>
internal static class CelConstants
{
    private static readonly Regex s_duration = new(
        @"^[-+]?(0|(([0-9]+(\.[0-9]*)?|\.[0-9]+)(ns|us|µs|μs|ms|s|m|h))+)$", RegexOptions.CultureInvariant);

    private static readonly Regex s_time = new(
        @"^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d([.,]\d+)?([Zz]|[-+]\d\d:\d\d)$", RegexOptions.CultureInvariant | RegexOptions.ECMAScript);

    public static IEnumerable<CelProblem> Check(CelChecked rule)
    {
        foreach (var call in CelTree.Of(rule.Tree).OfType<CelCall>().Where(c => c.Arguments.Count > 0))
        {
            // matches(text, pattern) has the pattern last, text.matches(pattern) and text.find(pattern) first.
            var index = call is { Function: "matches", Target: null, Arguments.Count: 2 } ? 1 : 0;
            if (call.Arguments[index] is CelLiteral { Type.Kind: Types.CelKind.String } constant && WhyNot(call, constant.Text) is { } reason)
            {
                yield return new(CelProblemKind.BadConstant, reason, constant.Start, constant.End);
            }
        }
    }

    private static string? WhyNot(CelCall call, string text) => call.Function switch
    {
        "matches" => PatternRule.WhyNot(text) is { } reason ? $"'{text}' is no pattern: {reason}" : null,
        "duration" when call.Target is null && !s_duration.IsMatch(text) => $"'{text}' is no duration, such as 1h30m",
        "timestamp" when call.Target is null && !s_time.IsMatch(text) => $"'{text}' is no time, such as 2006-01-02T15:04:05Z",
        _ => null,
    };
}
