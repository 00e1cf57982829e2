using System.Text;
using Kube.Generators.Json;

namespace Kube.Generators.Yaml;

/// <summary>
/// Prints JSON as YAML in the style that Kubernetes tools use for CustomResourceDefinitions: keys sorted ordinally, sequences not indented,
/// text bare where it can be and folded at 80 columns. So a diff shows a change of the types, never one of the printer.
/// The compiler's check and the build tool that writes the files share this code, so they can never disagree.
/// </summary>
internal sealed class YamlPrinter
{
    private const int Step = 2;
    private readonly StringBuilder _text = new();

    private YamlPrinter()
    {
    }

    /// <summary>The document, beginning with <c>---</c> and ending with a line break.</summary>
    public static string Print(JsonValue document)
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
    private void AppendValue(JsonValue value, int mapping, int sequence)
    {
        if (IsBlock(value))
        {
            var indent = value is JsonObject ? mapping : sequence;
            AppendLine(indent);
            AppendBlock(value, indent);
        }
        else
        {
            _text.Append(' ');
            AppendScalar(value, mapping);
        }
    }

    /// <summary>Appends a mapping or sequence at the present position, which is at its indent already.</summary>
    private void AppendBlock(JsonValue value, int indent)
    {
        var isFirst = true;
        if (value is JsonObject { Members: var members })
        {
            foreach (var member in members)
            {
                Separate(ref isFirst, indent);
                AppendText(member.Name, indent, isKey: true);
                _text.Append(':');
                AppendValue(member.Value, indent + Step, indent);
            }

            return;
        }

        foreach (var item in ((JsonArray)value).Items)
        {
            Separate(ref isFirst, indent);
            _text.Append("- ");
            if (IsBlock(item))
            {
                AppendBlock(item, indent + Step);
            }
            else
            {
                AppendScalar(item, indent + Step);
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

    private void AppendScalar(JsonValue value, int indent)
    {
        switch (value)
        {
            case JsonObject:
                _text.Append("{}");
                break;
            case JsonArray:
                _text.Append("[]");
                break;
            case JsonString { Value: var text }:
                AppendText(text, indent, isKey: false);
                break;
            default:
                _text.Append(JsonPrinter.Print(value));
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

    private static bool IsBlock(JsonValue value) => value switch
    {
        JsonObject { Members.Count: > 0 } => true,
        JsonArray { Items.Count: > 0 } => true,
        _ => false,
    };
}
