using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kube.Generators.Parsing;

/// <summary>How generated code names what it finds, and what it makes.</summary>
internal static class TypeNames
{
    private static readonly SymbolDisplayFormat s_type =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>A type as C# writes it everywhere, without a question mark of its own.</summary>
    public static string Of(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(s_type);

    /// <summary>A name, with the sign that makes a keyword one.</summary>
    public static string Escaped(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>An identifier for what is made of a type: <c>Outer.Box&lt;Part&gt;</c> is <c>OuterBoxOfPart</c>.</summary>
    public static string IdentifierOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IdentifierOf(array.ElementType) + "Array",
        INamedTypeSymbol named => (named.ContainingType is null ? "" : IdentifierOf(named.ContainingType)) + named.Name
            + string.Concat(named.TypeArguments.Select((t, i) => (i == 0 ? "Of" : "And") + IdentifierOf(t))),
        _ => string.Concat(type.Name.Where(c => char.IsLetterOrDigit(c) || c == '_')),
    };
}
