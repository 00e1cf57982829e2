using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing;

/// <summary>The JSON name of a property, exactly as System.Text.Json forms it.</summary>
internal static class JsonNames
{
    public static string Of(ISymbol member) =>
        member.Attribute(KnownNames.JsonPropertyName)?.Argument(0) as string ?? CamelCase(member.Name);

    /// <summary>Lowers the leading capitals, but not the last of several before a small letter: <c>HTTPGet</c> is <c>httpGet</c>.</summary>
    internal static string CamelCase(string name)
    {
        var letters = name.ToCharArray();
        for (var i = 0; i < letters.Length && IsUpper(letters[i]); i++)
        {
            var isLastCapital = i + 1 < letters.Length && !IsUpper(letters[i + 1]);
            if (i > 0 && isLastCapital)
            {
                break;
            }

            letters[i] = char.ToLowerInvariant(letters[i]);
        }

        return new(letters);
    }

    private static bool IsUpper(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.UppercaseLetter;
}
