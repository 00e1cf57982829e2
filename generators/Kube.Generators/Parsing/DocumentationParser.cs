using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kube.Generators.Parsing;

/// <summary>Turns XML documentation into one line of plain text: summary, then remarks.</summary>
internal static class DocumentationParser
{
    /// <summary>The text; null when there is none.</summary>
    public static string? Parse(ISymbol symbol, CancellationToken cancellationToken)
    {
        if (symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is not { } syntax)
        {
            return null;
        }

        // A positional property of a record is documented by a <param> of its type.
        return syntax is ParameterSyntax && symbol.ContainingType is { } owner
            ? Text(Read(owner, cancellationToken)?.Elements("param").Where(p => p.Attribute("name")?.Value == symbol.Name))
            : Text(Read(symbol, cancellationToken)?.Elements().Where(e => e.Name.LocalName is "summary" or "remarks"));
    }

    private static XElement? Read(ISymbol symbol, CancellationToken cancellationToken)
    {
        var xml = symbol.GetDocumentationCommentXml(cancellationToken: cancellationToken);
        if (xml is null or "")
        {
            xml = FromTrivia(symbol, cancellationToken);
        }

        try
        {
            return XElement.Parse(xml, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            // The compiler itself warns of malformed documentation.
            return null;
        }
    }

    /// <summary>A project that generates no documentation file has the comments as plain trivia only.</summary>
    private static string FromTrivia(ISymbol symbol, CancellationToken cancellationToken)
    {
        var lines = symbol.DeclaringSyntaxReferences
            .SelectMany(r => r.GetSyntax(cancellationToken).GetLeadingTrivia().ToFullString().Split('\n'))
            .Select(l => l.Trim())
            .Where(l => l.StartsWith("///", StringComparison.Ordinal))
            .Select(l => l.Substring(3));
        return $"<member>{string.Join("\n", lines)}</member>";
    }

    private static string? Text(IEnumerable<XElement>? elements)
    {
        var text = new StringBuilder();
        foreach (var element in elements ?? [])
        {
            Append(text, element);
            text.Append(' ');
        }

        var words = text.ToString().Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? null : string.Join(" ", words);
    }

    private static void Append(StringBuilder text, XElement element)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText content)
            {
                text.Append(content.Value);
            }
            else if (node is XElement { IsEmpty: true } reference)
            {
                text.Append(Reference(reference));
            }
            else if (node is XElement child)
            {
                Append(text, child);
                text.Append(child.Name.LocalName is "para" or "item" or "list" ? " " : "");
            }
        }
    }

    /// <summary>The last word of <c>&lt;see cref="T:A.B.C"/&gt;</c>, the text of <c>langword</c>, <c>href</c> and <c>name</c>.</summary>
    private static string Reference(XElement element)
    {
        if (element.Attribute("cref")?.Value is { } cref)
        {
            var bare = cref.Split('(')[0];
            return bare.Substring(bare.LastIndexOfAny(['.', ':']) + 1);
        }

        return (element.Attribute("langword") ?? element.Attribute("href") ?? element.Attribute("name"))?.Value ?? " ";
    }
}
