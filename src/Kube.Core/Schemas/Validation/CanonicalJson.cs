using System.Text;
using System.Text.Json.Nodes;

namespace Kube;

/// <summary>A text that is the same for equal values, whatever the order of their members. Whole and floating numbers differ, as on the server.</summary>
internal static class CanonicalJson
{
    public static string Of(JsonNode? value)
    {
        var text = new StringBuilder();
        Write(value, text);
        return text.ToString();
    }

    private static void Write(JsonNode? value, StringBuilder text)
    {
        switch (value)
        {
            case JsonObject members:
                text.Append('{');
                foreach (var (name, member) in members.OrderBy(member => member.Key, StringComparer.Ordinal))
                {
                    text.Append(GoText.Quote(name)).Append(':');
                    Write(member, text);
                    text.Append(',');
                }

                text.Append('}');
                break;
            case JsonArray items:
                text.Append('[');
                foreach (var item in items)
                {
                    Write(item, text);
                    text.Append(',');
                }

                text.Append(']');
                break;
            case JsonValue scalar when JsonNumber.TryRead(scalar, out var number):
                text.Append(number.IsWhole ? 'i' : 'f').Append(number.ToString());
                break;
            default:
                text.Append(GoText.Of(value));
                break;
        }
    }
}
