using System.Globalization;
using Kube.Generators.Schema.Cel.Syntax;
using Kube.Generators.Schema.Rules;

namespace Kube.Generators.Schema.Cel.Evaluation;

/// <summary>Functions of texts. They count characters of Unicode; texts with characters of two parts are left to the server.</summary>
internal static class CelTextFunctions
{
    public static CelOutcome? Call(string function, IReadOnlyList<CelValue> operands, CelNode call)
    {
        if (operands.Count == 0 || operands[0] is not CelTextValue { Value: var text })
        {
            return null;
        }

        var texts = operands.Skip(1).OfType<CelTextValue>().Select(t => t.Value).ToList();
        var numbers = operands.Skip(1).OfType<CelIntValue>().Select(n => n.Value).ToList();
        if (texts.Count + numbers.Count != operands.Count - 1 || text.Any(char.IsSurrogate))
        {
            return CelOutcome.Unknown;
        }

        return (function, texts.Count, numbers.Count) switch
        {
            ("contains", 1, 0) => CelOutcome.Of(text.IndexOf(texts[0], StringComparison.Ordinal) >= 0),
            ("startsWith", 1, 0) => CelOutcome.Of(text.StartsWith(texts[0], StringComparison.Ordinal)),
            ("endsWith", 1, 0) => CelOutcome.Of(text.EndsWith(texts[0], StringComparison.Ordinal)),
            ("matches", 1, 0) => CelOutcome.OrUnknown(GoPattern.IsMatch(texts[0], text)),
            ("indexOf", 1, 0) => Number(text.IndexOf(texts[0], StringComparison.Ordinal)),
            ("lastIndexOf", 1, 0) when texts[0].Length > 0 => Number(text.LastIndexOf(texts[0], StringComparison.Ordinal)),
            ("lowerAscii", 0, 0) => Text(new([.. text.Select(c => c is >= 'A' and <= 'Z' ? (char)(c + 32) : c)])),
            ("upperAscii", 0, 0) => Text(new([.. text.Select(c => c is >= 'a' and <= 'z' ? (char)(c - 32) : c)])),
            ("replace", 2, 0) when texts[0].Length > 0 => Text(text.Replace(texts[0], texts[1])),
            ("split", 1, 0) when texts[0].Length > 0 => Texts(text.Split([texts[0]], StringSplitOptions.None)),
            ("charAt", 0, 1) => CharAt(text, numbers[0], call),
            ("substring", 0, 1) => Part(text, numbers[0], text.Length, call),
            ("substring", 0, 2) => Part(text, numbers[0], numbers[1], call),
            ("trim", 0, 0) when text.All(c => c < 0x80) => Text(text.Trim(' ', '\t', '\n', '\v', '\f', '\r')),
            _ => null,
        };
    }

    /// <summary>Characters of Unicode, of which those beyond 16 bits are two in C#.</summary>
    public static int Length(string text) => text.Length - text.Count(char.IsLowSurrogate);

    private static CelOutcome CharAt(string text, long at, CelNode call) =>
        at == text.Length ? Text("")
        : at < 0 || at > text.Length ? CelOutcome.Fail($"there is no character {Shown(at)} in it", call)
        : Text(text.Substring((int)at, 1));

    private static CelOutcome Part(string text, long start, long end, CelNode call) =>
        start < 0 || start > text.Length || end < start || end > text.Length
            ? CelOutcome.Fail($"there is no part from {Shown(start)} to {Shown(end)} in it", call)
            : Text(text.Substring((int)start, (int)(end - start)));

    private static string Shown(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static CelOutcome Text(string text) => CelOutcome.Of(new CelTextValue(text));

    private static CelOutcome Texts(IEnumerable<string> texts) => CelOutcome.Of(new CelListValue([.. texts.Select(t => new CelTextValue(t))]));

    private static CelOutcome Number(int number) => CelOutcome.Of(new CelIntValue(number));
}
