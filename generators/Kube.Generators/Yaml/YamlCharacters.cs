namespace Kube.Generators.Yaml;

/// <summary>What may stand in YAML as it is.</summary>
internal static class YamlCharacters
{
    /// <summary>Whether a character needs no escape. Characters beyond the basic plane are two surrogates, and are escaped.</summary>
    public static bool IsPrintable(char c) =>
        c is '\n' or (>= ' ' and <= '~') or (>= '\u00A0' and < '\uD800') or (>= '\uE000' and < '\uFFFE')
        && !IsOtherBreak(c) && c != '\uFEFF';

    private static bool IsOtherBreak(char c) => c is '\u2028' or '\u2029';
}
