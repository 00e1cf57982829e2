using System.Text;
using System.Text.Json;

namespace Kube.CrdWriter.Yaml;

/// <summary>
/// Prints JSON as YAML in the style that Kubernetes tools use for CustomResourceDefinitions: keys sorted ordinally, sequences not indented,
/// text bare where it can be and folded at 80 columns. So a diff shows a change of the types, never one of the printer.
/// </summary>
internal sealed class YamlPrinter
{
    private const int Step = 2;
    private readonly StringBuilder _text = new();

    private YamlPrinter()
    {
    }

    /// <summary>The document, beginning with <c>---</c> and ending with a line break.</summary>
    public static string Print(JsonElement document)
    {
        var printer = new YamlPrinter();
        printer._text.Append("---");
        printer.AppendValue(document, 0, 0);
        return printer._text.Append('\n').ToString();
    }

    /// <summary>Appends a value after a key or at the top; blocks begin on a line of their own.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mapping">Indent of a mapping, were the value one.</param>
    /// <param name="sequence">Indent of a sequence.</param>
    private void AppendValue(JsonElement value, int mapping, int sequence)
    {
        if (IsBlock(value))
        {
            AppendLine(value.ValueKind == JsonValueKind.Object ? mapping : sequence);
            AppendBlock(value, value.ValueKind == JsonValueKind.Object ? mapping : sequence);
        }
        else
        {
            _text.Append(' ');
            AppendScalar(value, mapping, isKey: false);
        }
    }

    /// <summary>Appends a mapping or sequence at the present position, which is at its indent already.</summary>
    private void AppendBlock(JsonElement value, int indent)
    {
        var isFirst = true;
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal))
            {
                Separate(ref isFirst, indent);
                AppendText(member.Name, indent, isKey: true);
                _text.Append(':');
                AppendValue(member.Value, indent + Step, indent);
            }

            return;
        }

        foreach (var item in value.EnumerateArray())
        {
            Separate(ref isFirst, indent);
            _text.Append("- ");
            if (IsBlock(item))
            {
                AppendBlock(item, indent + Step);
            }
            else
            {
                AppendScalar(item, indent + Step, isKey: false);
            }
        }
    }

    private void Separate(ref bool isFirst, int indent)
    {
        if (!isFirst)
        {
            AppendLine(indent);
        }

        isFirst = false;
    }

    private void AppendLine(int indent) => _text.Append('\n').Append(' ', indent);

    private void AppendScalar(JsonElement value, int indent, bool isKey)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                _text.Append("{}");
                break;
            case JsonValueKind.Array:
                _text.Append("[]");
                break;
            case JsonValueKind.String:
                AppendText(value.GetString()!, indent, isKey);
                break;
            default:
                _text.Append(value.GetRawText());
                break;
        }
    }

    private void AppendText(string text, int indent, bool isKey)
    {
        var writer = new ScalarWriter(_text, indent, canFold: !isKey);
        switch (ScalarStyles.Choose(text, isKey))
        {
            case ScalarStyle.Plain:
                writer.WritePlain(text);
                break;
            case ScalarStyle.SingleQuoted:
                writer.WriteSingleQuoted(text);
                break;
            case ScalarStyle.DoubleQuoted:
                writer.WriteDoubleQuoted(text);
                break;
            default:
                writer.WriteLiteral(text);
                break;
        }
    }

    private static bool IsBlock(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Any(),
        JsonValueKind.Array => value.GetArrayLength() > 0,
        _ => false,
    };
}
