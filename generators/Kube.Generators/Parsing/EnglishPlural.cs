namespace Kube.Generators.Parsing;

/// <summary>The English plural of a kind, for kinds that do not say theirs.</summary>
internal static class EnglishPlural
{
    /// <summary>Words whose plural no rule gives, or that have none.</summary>
    private static readonly HashSet<string> s_irregular = new(StringComparer.Ordinal)
    {
        "alumnus", "analysis", "appendix", "axis", "basis", "cactus", "calf", "child", "corpus", "crisis", "criterion", "data", "datum",
        "deer", "elf", "equipment", "feet", "fish", "focus", "foot", "fungus", "goose", "half", "hardware", "hypothesis", "index",
        "information", "info", "knife", "leaf", "life", "loaf", "louse", "man", "matrix", "media", "medium", "metadata", "moose", "mouse",
        "news", "nucleus", "oasis", "ox", "people", "person", "phenomenon", "quiz", "radius", "self", "series", "sheep", "shelf",
        "software", "species", "stimulus", "syllabus", "thesis", "thief", "tooth", "vertex", "wife", "wolf", "woman",
    };

    /// <summary>The plural in lower case, and whether it follows from the rules alone.</summary>
    public static (string Plural, bool IsRegular) Of(string kind)
    {
        var word = kind.ToLowerInvariant();
        return (Form(word), !s_irregular.Contains(LastWord(kind)) && !IsDoubtful(word));
    }

    private static string Form(string word) =>
        Ends(word, "s", "x", "z", "ch", "sh") ? word + "es"
        : word.EndsWith("y", StringComparison.Ordinal) && !Ends(word, "ay", "ey", "iy", "oy", "uy")
            ? word.Substring(0, word.Length - 1) + "ies"
        : word + "s";

    /// <summary>Potatoes but photos, buses but pods that are already plural, quizzes but waltzes: only a person knows.</summary>
    private static bool IsDoubtful(string word) =>
        Ends(word, "o", "z") || (word.EndsWith("s", StringComparison.Ordinal) && !Ends(word, "ss", "us"));

    private static bool Ends(string word, params string[] endings) => endings.Any(e => word.EndsWith(e, StringComparison.Ordinal));

    private static string LastWord(string kind)
    {
        var start = kind.Length - 1;
        while (start > 0 && kind[start] is not (>= 'A' and <= 'Z'))
        {
            start--;
        }

        return start < 0 ? "" : kind.Substring(start).ToLowerInvariant();
    }
}
