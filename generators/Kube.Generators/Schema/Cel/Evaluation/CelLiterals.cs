using System.Globalization;
using System.Text;
using Kube.Generators.Schema.Cel.Syntax;
using Kube.Generators.Schema.Cel.Types;

namespace Kube.Generators.Schema.Cel.Evaluation;

/// <summary>Values of constants.</summary>
internal static class CelLiterals
{
    public static CelValue? Value(CelLiteral literal) => literal.Type.Kind switch
    {
        CelKind.Null => CelNullValue.Instance,
        CelKind.Bool => new CelBoolValue(literal.Text == "true"),
        CelKind.Int => OfInt(literal.Text),
        CelKind.Uint => new CelUintValue(Digits(literal.Text.TrimEnd('u', 'U'))),
        CelKind.Double => new CelDoubleValue(double.Parse(literal.Text, NumberStyles.Float, CultureInfo.InvariantCulture)),
        CelKind.String => new CelTextValue(literal.Text),

        // An escape is one byte, a character beyond ASCII several: the text does not say which it was.
        CelKind.Bytes when literal.Text.All(c => c < 0x80) => new CelBytesValue(Encoding.ASCII.GetBytes(literal.Text)),
        _ => null,
    };

    private static CelIntValue OfInt(string text) =>
        new(text[0] == '-' ? unchecked(-(long)Digits(text.Substring(1))) : (long)Digits(text));

    private static ulong Digits(string text) => text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
        ? ulong.Parse(text.Substring(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
        : ulong.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
