using System.Globalization;
using System.Text;

namespace Kube.Generators.Json;

/// <summary>
/// Prints JSON without any white space. What JSON demands is escaped, and besides surrogates, so that the text can be cut anywhere, and line
/// breaks of Unicode, which no C# literal may hold.
/// </summary>
internal static class JsonPrinter
{
    public static string Print(JsonValue value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonValue value)
    {
        switch (value)
        {
            case JsonString { Value: var content }:
                AppendText(text, content);
                break;
            case JsonNumber { Text: var number }:
                text.Append(number);
                break;
            case JsonBoolean { Value: var truth }:
                text.Append(truth ? "true" : "false");
                break;
            case JsonArray { Items: var items }:
                AppendAll(text, '[', items, Append, ']');
                break;
            case JsonObject { Members: var members }:
                AppendAll(text, '{', members, AppendMember, '}');
                break;
            default:
                text.Append("null");
                break;
        }
    }

    private static void AppendMember(StringBuilder text, JsonMember member)
    {
        AppendText(text, member.Name);
        text.Append(':');
        Append(text, member.Value);
    }

    private static void AppendAll<T>(StringBuilder text, char open, IReadOnlyList<T> items, Action<StringBuilder, T> append, char close)
    {
        text.Append(open);
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
            {
                text.Append(',');
            }

            append(text, items[i]);
        }

        text.Append(close);
    }

    private static void AppendText(StringBuilder text, string content)
    {
        text.Append('"');
        foreach (var c in content)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append(@"\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' or '\u0085' or '\u2028' or '\u2029' or (>= '\ud800' and <= '\udfff')
                    => text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }
}
