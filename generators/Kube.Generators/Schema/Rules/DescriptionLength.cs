namespace Kube.Generators.Schema.Rules;

/// <summary>Shortens descriptions to the length that the build allows: at the end of a sentence, else of a word.</summary>
internal static class DescriptionLength
{
    /// <summary>The text, or its beginning; null for none.</summary>
    /// <param name="text">One line; null for none.</param>
    /// <param name="longest">Greatest number of characters; null for any.</param>
    public static string? Cut(string? text, int? longest)
    {
        if (text is null || longest is not { } length || text.Length <= length)
        {
            return text;
        }

        for (var end = length; end > 0; end--)
        {
            if (text[end - 1] is '.' or '!' or '?' && text[end] == ' ')
            {
                return text.Substring(0, end);
            }
        }

        var word = text.LastIndexOf(' ', length);
        var cut = word > 0 ? word : length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return cut == 0 ? null : text.Substring(0, cut);
    }
}
