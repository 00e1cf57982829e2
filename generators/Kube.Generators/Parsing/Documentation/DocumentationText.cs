using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing.Documentation;

/// <summary>
/// Turns documentation into one line of plain text. As in Kubernetes' own tools, lines that begin with TODO are left out, and so is all that
/// follows a line of <c>---</c>: notes among developers.
/// </summary>
internal static class DocumentationText
{
    /// <summary>Inheriting ends here: documentation may refer to itself.</summary>
    private const int MaxDepth = 2;

    private static readonly char[] s_blanks = [' ', '\t', '\r', '\n', '\u0085', '\u2028', '\u2029'];

    /// <summary>The text of elements; null when there is none.</summary>
    public static string? Of(IEnumerable<XElement> elements, DocumentationReader reader)
    {
        var text = new StringBuilder();
        foreach (var element in elements)
        {
            Append(text, element, element.Name.LocalName, reader, 0);
            text.Append('\n');
        }

        var lines = text.ToString().Split('\n').Select(l => l.Trim()).TakeWhile(l => !l.StartsWith("---", StringComparison.Ordinal))
            .Where(l => !l.StartsWith("TODO", StringComparison.Ordinal));
        var line = OneLine(string.Join("\n", lines));
        return line.Length == 0 ? null : line;
    }

    /// <summary>Words with single blanks between them.</summary>
    public static string OneLine(string text) => string.Join(" ", text.Split(s_blanks, StringSplitOptions.RemoveEmptyEntries));

    private static void Append(StringBuilder text, XElement element, string section, DocumentationReader reader, int depth)
    {
        foreach (var node in element.Nodes())
        {
            switch (node)
            {
                case XText content:
                    text.Append(content.Value);
                    break;
                case XElement { Name.LocalName: "inheritdoc" } inheritdoc:
                    foreach (var inherited in depth < MaxDepth ? reader.Inherited(inheritdoc, section) : [])
                    {
                        Append(text, inherited, section, reader, depth + 1);
                    }

                    break;
                case XElement { IsEmpty: true } reference:
                    text.Append(ReferenceOf(reference, reader));
                    break;
                case XElement { Name.LocalName: "list" } list:
                    AppendList(text, list, section, reader, depth);
                    break;
                case XElement { Name.LocalName: "para" } paragraph:
                    text.Append('\n');
                    Append(text, paragraph, section, reader, depth);
                    text.Append('\n');
                    break;
                case XElement child:
                    Append(text, child, section, reader, depth);
                    text.Append(child.Attribute("href") is { } address && child.Value != address.Value ? $" ({address.Value})" : "");
                    break;
            }
        }
    }

    /// <summary>Items begin with a dash or a number; a term is followed by a colon.</summary>
    private static void AppendList(StringBuilder text, XElement list, string section, DocumentationReader reader, int depth)
    {
        var isNumbered = list.Attribute("type")?.Value == "number";
        foreach (var (item, index) in list.Elements("item").Select((e, i) => (e, i)))
        {
            text.Append('\n').Append(isNumbered ? (index + 1).ToString(CultureInfo.InvariantCulture) + ". " : "- ");
            if (item.Element("term") is { } term)
            {
                Append(text, term, section, reader, depth);
                text.Append(item.Element("description") is null ? "" : ": ");
            }

            Append(text, item.Element("description") ?? (item.Element("term") is null ? item : new XElement("description")), section, reader, depth);
        }

        text.Append('\n');
    }

    /// <summary>
    /// What a reference is called in JSON when it is a property or enum member of this assembly, else its last word; the text of <c>langword</c>,
    /// <c>href</c> and <c>name</c>.
    /// </summary>
    private static string ReferenceOf(XElement element, DocumentationReader reader)
    {
        if (element.Attribute("cref")?.Value is { } cref)
        {
            var bare = cref.Split('(')[0].Split('`')[0];
            return reader.Find(cref) switch
            {
                IPropertySymbol property when !property.DeclaringSyntaxReferences.IsEmpty => JsonNames.Of(property),
                IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } member =>
                    member.Attribute(KnownNames.JsonStringEnumMemberName)?.Argument(0) as string ?? member.Name,
                _ => bare.Substring(bare.LastIndexOfAny(['.', ':']) + 1),
            };
        }

        return (element.Attribute("langword") ?? element.Attribute("href") ?? element.Attribute("name"))?.Value ?? " ";
    }
}
