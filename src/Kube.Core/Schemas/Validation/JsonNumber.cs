using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kube;

/// <summary>A number as API servers hold it: a whole number of 64 bits when it is written as one and fits, else a floating one.</summary>
/// <param name="IsWhole">Which of the two it is.</param>
/// <param name="Whole">The whole number; 0 for a floating one.</param>
/// <param name="Real">The number; rounded when it is a large whole one.</param>
internal readonly record struct JsonNumber(bool IsWhole, long Whole, double Real)
{
    // Beyond this, neighbours of whole numbers are no numbers of their own.
    private const double LargestExact = (1L << 53) - 1;
    private const double Tolerance = 1e-9;

    /// <summary>The word for its type in messages.</summary>
    public string TypeName => IsWhole ? "integer" : "number";

    /// <summary>The word for its format in messages.</summary>
    public string FormatName => IsWhole ? "int64" : "float64";

    /// <summary>Whether it may stand where whole numbers are wanted: <c>1.0</c> may.</summary>
    public bool IsIntegral => IsWhole || IsNearInteger(Real);

    /// <summary>Whether a floating number is whole, or so near that the difference is one of arithmetic.</summary>
    public static bool IsNearInteger(double number)
    {
        if (!double.IsFinite(number) || Math.Abs(number) > LargestExact)
        {
            return false;
        }

        var whole = Math.Round(number);
        return number == whole || (whole != 0 && Math.Abs(number - whole) < Tolerance * Math.Abs(whole));
    }

    public static bool TryRead(JsonValue value, out JsonNumber number)
    {
        number = default;
        if (value.GetValueKind() != JsonValueKind.Number)
        {
            return false;
        }

        // Numbers that a program made are of any of C#'s types; their text is common to all.
        number = value.TryGetValue<JsonElement>(out var element) ? Of(element) : Of(value.ToJsonString());
        return true;
    }

    public static JsonNumber Of(JsonElement element) =>
        element.TryGetInt64(out var whole) ? new(true, whole, whole) : new(false, 0, element.GetDouble());

    public override string ToString() => IsWhole ? Whole.ToString(CultureInfo.InvariantCulture) : GoText.Of(Real);

    private static JsonNumber Of(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
        ? new(true, whole, whole)
        : new(false, 0, double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));
}
