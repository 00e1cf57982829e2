using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using k8s.Models;

namespace Kube;

/// <summary>
/// Reads quantities safely. The schema of a custom resource, for one, lets <c>1e999999999</c> pass, and the client's own
/// reader would compute that number for minutes; here it is refused, as is text that is no quantity, with a <see cref="JsonException"/>.
/// </summary>
public sealed class QuantityConverter : JsonConverter<ResourceQuantity>
{
    // More than Kubernetes' own quantities can hold (2^63 and nine decimals), in any notation that a person would choose.
    private const int LongestText = 64;
    private const int LargestExponent = 40;

    private static readonly TextCache<ResourceQuantity> s_known = new(1024);

    /// <inheritdoc/>
    public override ResourceQuantity Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // A quantity never changes, and few different ones fill whole clusters.
        if (reader is { TokenType: JsonTokenType.String, HasValueSequence: false, ValueIsEscaped: false } && reader.ValueSpan.Length <= LongestText)
        {
            if (s_known.Find(reader.ValueSpan) is { } known)
            {
                return known;
            }

            var made = Parse(ref reader);
            s_known.Add(reader.ValueSpan, Encoding.UTF8.GetString(reader.ValueSpan), made);
            return made;
        }

        return Parse(ref reader);
    }

    private static ResourceQuantity Parse(ref Utf8JsonReader reader)
    {
        var text = reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString() ?? "",
            JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
            _ => throw new JsonException("A quantity is a number or a string."),
        };
        if (text.Length > LongestText || !HasModestExponent(text))
        {
            throw new JsonException($"The quantity '{text[..Math.Min(text.Length, LongestText)]}' is out of range.");
        }

        try
        {
            return new ResourceQuantity(text);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or OverflowException)
        {
            throw new JsonException($"'{text}' is not a quantity.", e);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ResourceQuantity value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(value.ToString());
    }

    private static bool HasModestExponent(string text)
    {
        var start = text.IndexOfAny(['e', 'E']);
        if (start < 0 || start == text.Length - 1 || text[start + 1] == 'i')
        {
            return true; // no exponent: E and Ei are the suffixes of 10^18 and 2^60
        }

        if (text.StartsWith('-'))
        {
            return false; // the client's reader never comes back from a negative number with an exponent
        }

        return int.TryParse(text.AsSpan(start + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent)
            && exponent is >= -LargestExponent and <= LargestExponent;
    }
}
