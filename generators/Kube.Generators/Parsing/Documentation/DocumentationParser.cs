using System.Xml;
using System.Xml.Linq;
using Kube.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kube.Generators.Parsing.Documentation;

/// <summary>What a documentation comment says to the readers of a schema.</summary>
/// <param name="Text">Summary and remarks on one line; null for none.</param>
/// <param name="Example">Text of the <c>example</c> element; null for none.</param>
/// <param name="Link">The first <c>seealso</c> with an address; null for none.</param>
internal sealed record DocumentationModel(string? Text, string? Example, XElement? Link)
{
    public static DocumentationModel None { get; } = new(null, null, null);

    /// <summary>Adds example and link where no attribute says other ones.</summary>
    public ValidationModel AddTo(ValidationModel validation)
    {
        var said = validation.Annotations;
        return this is { Example: null, Link: null } ? validation : validation with
        {
            Annotations = said with
            {
                DocumentedExample = Example,
                DocsUrl = said.DocsUrl ?? Link?.Attribute("href")?.Value,
                DocsDescription = said.DocsUrl is null && Link is { Value.Length: > 0 } link ? DocumentationText.OneLine(link.Value) : said.DocsDescription,
            },
        };
    }
}

/// <summary>
/// Reads XML documentation. Types of other assemblies have none: compilers hand over their metadata only, and an editor that happens to have
/// their source must not see another schema than the build.
/// </summary>
internal static class DocumentationParser
{
    public static DocumentationModel Parse(ISymbol symbol, ParseContext context)
    {
        if (!SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, context.Compilation?.Assembly)
            || symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken) is not { } syntax)
        {
            return DocumentationModel.None;
        }

        var reader = new DocumentationReader(context.Compilation!, context.CancellationToken);

        // A positional property of a record is documented by a <param> of its type.
        return syntax is ParameterSyntax && symbol.ContainingType is { } owner
            ? new(reader.TextOfParameter(owner, symbol.Name), null, null)
            : reader.Read(symbol);
    }
}

/// <summary>Finds and reads the documentation of symbols, also what they inherit.</summary>
internal sealed class DocumentationReader(Compilation compilation, CancellationToken cancellationToken)
{
    /// <summary>Inheriting ends here: documentation may refer to itself.</summary>
    private const int MaxDepth = 8;

    private static readonly string[] s_sections = ["summary", "remarks"];

    public DocumentationModel Read(ISymbol symbol)
    {
        var sections = Sections(symbol, 0);
        return new(
            DocumentationText.Of(s_sections.Where(sections.ContainsKey).Select(n => sections[n]), this),
            sections.TryGetValue("example", out var example) ? ValueOf(example) : null,
            sections.TryGetValue("seealso", out var link) ? link : null);
    }

    public string? TextOfParameter(INamedTypeSymbol owner, string name) =>
        DocumentationText.Of(Parse(owner)?.Elements("param").Where(p => p.Attribute("name")?.Value == name) ?? [], this);

    /// <summary>The symbol of a <c>cref</c>; null when it is not one of this assembly.</summary>
    public ISymbol? Find(string? cref) =>
        cref is null || cref.IndexOf(':') != 1 ? null : DocumentationCommentId.GetFirstSymbolForDeclarationId(cref, compilation);

    /// <summary>The elements that another element inherits.</summary>
    public IEnumerable<XElement> Inherited(XElement inheritdoc, string section) =>
        Find(inheritdoc.Attribute("cref")?.Value) is { } symbol && Sections(symbol, 1).TryGetValue(section, out var element) ? [element] : [];

    /// <summary>Top-level elements by name: the symbol's own, then those of what it inherits.</summary>
    private Dictionary<string, XElement> Sections(ISymbol symbol, int depth)
    {
        var sections = new Dictionary<string, XElement>(StringComparer.Ordinal);
        if (Parse(symbol) is not { } xml)
        {
            return sections;
        }

        foreach (var element in xml.Elements().Where(e => e.Name.LocalName != "seealso" || IsAddress(e.Attribute("href")?.Value)))
        {
            if (!sections.ContainsKey(element.Name.LocalName))
            {
                sections.Add(element.Name.LocalName, element);
            }
        }

        if (depth < MaxDepth && sections.TryGetValue("inheritdoc", out var inheritdoc)
            && (inheritdoc.Attribute("cref") is { } cref ? Find(cref.Value) : BaseOf(symbol)) is { } origin)
        {
            foreach (var inherited in Sections(origin, depth + 1).Where(s => !sections.ContainsKey(s.Key)))
            {
                sections.Add(inherited.Key, inherited.Value);
            }
        }

        return sections;
    }

    private static bool IsAddress(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    /// <summary>What a symbol overrides, else what it implements, else what it derives from.</summary>
    private static ISymbol? BaseOf(ISymbol symbol) => symbol switch
    {
        IPropertySymbol { OverriddenProperty: { } overridden } => overridden,
        IPropertySymbol property => property.ContainingType.AllInterfaces.SelectMany(i => i.GetMembers(property.Name))
            .FirstOrDefault(m => SymbolEqualityComparer.Default.Equals(property.ContainingType.FindImplementationForInterfaceMember(m), property)),
        INamedTypeSymbol { BaseType: { SpecialType: SpecialType.None } parent } when IsDocumented(parent) => parent,
        INamedTypeSymbol type => type.Interfaces.FirstOrDefault(IsDocumented),
        _ => null,
    };

    private static bool IsDocumented(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.Length > 0;

    private XElement? Parse(ISymbol symbol)
    {
        if (!SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly))
        {
            return null;
        }

        var xml = symbol.GetDocumentationCommentXml(cancellationToken: cancellationToken);
        try
        {
            return XElement.Parse(xml is null or "" ? FromTrivia(symbol) : xml, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            // The compiler itself warns of malformed documentation.
            return null;
        }
    }

    /// <summary>A project that generates no documentation file has the comments as plain trivia only.</summary>
    private string FromTrivia(ISymbol symbol)
    {
        var lines = symbol.DeclaringSyntaxReferences
            .SelectMany(r => r.GetSyntax(cancellationToken).GetLeadingTrivia().ToFullString().Split('\n'))
            .Select(l => l.Trim())
            .Where(l => l.StartsWith("///", StringComparison.Ordinal))
            .Select(l => l.Substring(3));
        return $"<member>{string.Join("\n", lines)}</member>";
    }

    /// <summary>An example is taken for a value when it is nothing but one: a text, perhaps in <c>c</c> or <c>code</c>.</summary>
    private static string? ValueOf(XElement example)
    {
        var nodes = example.Nodes().Where(n => n is not XText text || text.Value.Trim().Length > 0).ToList();
        return nodes switch
        {
            [XText text] => text.Value.Trim(),
            [XElement { Name.LocalName: "c" or "code" } code] when !code.HasElements => code.Value.Trim(),
            _ => null,
        };
    }
}
