using CsCheck;

namespace Kube.Generators.Tests.Fuzz;

/// <summary>Texts that readers of patterns, JSON, rules and paths trip over, and pieces of them in any order.</summary>
internal static class NastyTexts
{
    private static readonly string[] s_patterns =
    [
        "[a-z]+", "(", ")", "[", "]", "[^", "]]", "{", "}", "{2,1}", "{1001}", "*", "+", "??", "(?!a)", "(?<n>a)", "(?i)", "(?P<n>a)", "\\", "\\1", "\\p{", "\\p{Lu}",
        "\\x{41}", "\\Q", "$", "^", "|", ".", "\\d", "[[:alpha:]]", "[a-z-[aeiou]]", "(a+)+$", "\n", "\ud83d\ude00",
    ];

    private static readonly string[] s_json =
    [
        "{", "}", "[", "]", ",", ":", "\"a\"", "\"a", "\"", "\\u12", "null", "true", "1", "-", "-1.5e400", "1e", "01", "{\"a\":1}", "[[[[", "{}", "[]", " ", "\t", "\ud800",
        "\"2020-02-30\"", "9223372036854775808", "\"\\ud800\"",
    ];

    private static readonly string[] s_rules =
    [
        "self", "oldSelf", "self.a", ".b", ".?b", "[0]", "[?0]", "[", "]", "(", ")", "{", "}", "&&", "||", "!", "-", "+", "*", "/", "%", "<", "==", "!=", "in", "?", ":",
        ",", "'a'", "\"\"\"", "r'\\d'", "b'\\xff'", "'\\", "1", "1u", "0x", "1e9", "9223372036854775808", ".all(x, x)", ".map(x, x)", ".exists_one(x, y, x)", "has(self.a)",
        "has(", "int('a')", "duration('1x')", "timestamp(1)", "quantity('1x')", ".matches('(')", ".format([1])", "'%s%d%%'", "null", "true", "while", "lists.range(1000000)",
        "optional.none()", "type(1)", "cel.bind", "//", "\n", "google.protobuf.Timestamp{}", ".sortBy(x, x)", "\0", "é", "\ud83d\ude00",
    ];

    private static readonly string[] s_paths =
        [".", "..", ".spec", ".status", ".a", "[", "]", "[*]", "[0]", "['a']", "['", "[?(@.type==\"Ready\")]", "[?(", ")]", "@", "$", "{", "*", "\\.", ":", "-1", "'", "\"", " "];

    public static Gen<string> Pattern { get; } = Of(s_patterns);

    public static Gen<string> Json { get; } = Of(s_json);

    public static Gen<string> Rule { get; } = Of(s_rules);

    public static Gen<string> Path { get; } = Of(s_paths);

    public static Gen<string> Any { get; } = Gen.Frequency((1, Pattern), (1, Json), (1, Rule), (1, Path), (1, Gen.String));

    /// <summary>A C# literal of any text.</summary>
    public static string Literal(string text) => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true);

    private static Gen<string> Of(string[] pieces) => Gen.OneOf(pieces).Array[0, 12].Select(string.Concat);
}
