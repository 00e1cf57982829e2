using System.Text;

namespace Kube.Generators.Emission;

/// <summary>Prints C# text literals.</summary>
internal static class Literal
{
    /// <summary>Pieces of this length keep generated files readable and the compiler's expression tree shallow.</summary>
    private const int PieceLength = 4000;

    /// <summary>A literal on one line.</summary>
    public static string Of(string text) => $"\"{text.Replace(@"\", @"\\").Replace("\"", "\\\"")}\"";

    /// <summary>A UTF-8 literal in pieces, each on its own line; the compiler joins them to one block of data.</summary>
    /// <param name="text">Text without line breaks and surrogates, as minified JSON is.</param>
    /// <param name="indent">White space before each piece.</param>
    public static string Utf8(string text, string indent)
    {
        var literal = new StringBuilder();
        for (var start = 0; start < text.Length; start += PieceLength)
        {
            literal.Append(start == 0 ? "" : "\n" + indent + "+ ")
                .Append(Of(text.Substring(start, Math.Min(PieceLength, text.Length - start))))
                .Append("u8");
        }

        return literal.ToString();
    }
}
