using System.Globalization;
using System.Text;
using Labels = System.ReadOnlySpan<System.Collections.Generic.KeyValuePair<string, object?>>;

namespace Kube.Runtime.Telemetry;

/// <summary>Prints metrics in Prometheus' text format 0.0.4.</summary>
internal static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>A name that Prometheus takes: every other character becomes an underscore.</summary>
    public static string NameOf(string text) =>
        string.Create(text.Length, text, static (name, text) =>
        {
            for (var i = 0; i < name.Length; i++)
            {
                name[i] = char.IsAsciiLetter(text[i]) || text[i] is '_' or ':' || (i > 0 && char.IsAsciiDigit(text[i])) ? text[i] : '_';
            }
        });

    public static void Head(StringBuilder text, string name, string help, MetricType type)
    {
        text.Append("# HELP ").Append(name).Append(' ').Append(help.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)).Append('\n');
        text.Append("# TYPE ").Append(name).Append(' ').Append(TypeName(type)).Append('\n');
    }

    /// <summary>One line: a series and its value.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="name">Name of the family.</param>
    /// <param name="suffix">What a histogram's series have besides.</param>
    /// <param name="labels">Labels of the series.</param>
    /// <param name="bound">Upper bound of a histogram's bucket, which is a label too; null for none.</param>
    /// <param name="value">The value.</param>
    public static void Sample(StringBuilder text, string name, string suffix, Labels labels, double? bound, double value)
    {
        text.Append(name).Append(suffix);
        var separator = '{';
        foreach (var (key, label) in labels)
        {
            text.Append(separator).Append(NameOf(key)).Append("=\"");
            Escape(text, Convert.ToString(label, CultureInfo.InvariantCulture) ?? "");
            text.Append('"');
            separator = ',';
        }

        if (bound is { } le)
        {
            text.Append(separator).Append("le=\"").Append(Number(le)).Append('"');
            separator = ',';
        }

        if (separator == ',')
        {
            text.Append('}');
        }

        text.Append(' ').Append(Number(value)).Append('\n');
    }

    // As Go prints them, so that bounds of buckets are the same text in every program: "1e-08", "+Inf".
    private static string Number(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        double.NaN => "NaN",
        _ => value.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e'),
    };

    private static string TypeName(MetricType type) => type switch
    {
        MetricType.Counter => "counter",
        MetricType.Histogram => "histogram",
        _ => "gauge",
    };

    private static void Escape(StringBuilder text, string value)
    {
        foreach (var character in value)
        {
            _ = character switch
            {
                '\\' => text.Append(@"\\"),
                '"' => text.Append("\\\""),
                '\n' => text.Append("\\n"),
                _ => text.Append(character),
            };
        }
    }
}
