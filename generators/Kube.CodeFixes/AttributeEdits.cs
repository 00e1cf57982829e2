using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Kube.CodeFixes;

/// <summary>Adds attributes to declarations, and arguments to attributes.</summary>
internal static class AttributeEdits
{
    /// <summary>The declaration with an attribute on a line of its own above it.</summary>
    /// <param name="declaration">The declaration.</param>
    /// <param name="attribute">The attribute without brackets, with full names; shortened where the file's usings allow.</param>
    public static T WithAttribute<T>(this T declaration, string attribute)
        where T : MemberDeclarationSyntax
    {
        var leading = declaration.GetLeadingTrivia();
        var indent = leading.Reverse().TakeWhile(t => t.IsKind(SyntaxKind.WhitespaceTrivia));
        var lineEnd = declaration.DescendantTrivia().FirstOrDefault(t => t.IsKind(SyntaxKind.EndOfLineTrivia)).ToString();
        var parsed = SyntaxFactory.ParseCompilationUnit($"[{attribute}] class C;").Members[0].AttributeLists[0]
            .WithTrailingTrivia(indent.Prepend(SyntaxFactory.EndOfLine(lineEnd.Length > 0 ? lineEnd : "\n")))
            .WithLeadingTrivia(leading)
            .WithAdditionalAnnotations(Simplifier.Annotation);
        var bare = declaration.WithLeadingTrivia();
        return (T)bare.WithAttributeLists(bare.AttributeLists.Insert(0, parsed));
    }

    /// <summary>The declaration without one of its attributes. What stands above the attribute stays, a line of its own does not.</summary>
    public static T WithoutAttribute<T>(this T declaration, AttributeSyntax attribute)
        where T : MemberDeclarationSyntax
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        if (list.Attributes.Count > 1)
        {
            return declaration.ReplaceNode(list, list.WithAttributes(list.Attributes.Remove(attribute)));
        }

        var next = list.GetLastToken().GetNextToken();
        var bare = declaration.ReplaceToken(next, next.WithLeadingTrivia(list.GetLeadingTrivia()));
        return (T)bare.WithAttributeLists(bare.AttributeLists.RemoveAt(declaration.AttributeLists.IndexOf(list)));
    }

    /// <summary>The attribute with one more argument.</summary>
    public static AttributeSyntax WithArgument(this AttributeSyntax attribute, string argument)
    {
        var parsed = SyntaxFactory.ParseCompilationUnit($"[A({argument})] class C;").Members[0].AttributeLists[0].Attributes[0].ArgumentList!.Arguments[0]
            .WithAdditionalAnnotations(Simplifier.Annotation);
        var list = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        var separators = list.Arguments.GetSeparators()
            .Concat(list.Arguments.Count == 0 ? [] : [SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space)]);
        return attribute.WithArgumentList(list.WithArguments(SyntaxFactory.SeparatedList(list.Arguments.Append(parsed), separators)));
    }

    /// <summary>The name of an attribute without its namespace and suffix.</summary>
    public static string ShortName(this AttributeSyntax attribute)
    {
        const string Suffix = "Attribute";
        var name = attribute.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
        return name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;
    }

    /// <summary>The attribute of a short name; null when the declaration has none, or several.</summary>
    public static AttributeSyntax? Attribute(this MemberDeclarationSyntax declaration, string name)
    {
        var found = declaration.AttributeLists.SelectMany(l => l.Attributes).Where(a => a.ShortName() == name).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>A named argument; null when there is none.</summary>
    public static AttributeArgumentSyntax? NamedArgument(this AttributeSyntax attribute, string name) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == name);

    /// <summary>A change that adds an attribute to a type, in whichever file it is declared.</summary>
    public static Edit? AddTo(INamedTypeSymbol? type, string attribute, Solution solution, CancellationToken cancellationToken) =>
        type?.DeclaringSyntaxReferences.FirstOrDefault() is { } reference && solution.GetDocument(reference.SyntaxTree) is { } document
        && reference.GetSyntax(cancellationToken) is MemberDeclarationSyntax declaration
            ? Edit.Of(document, declaration, d => d.WithAttribute(attribute), attribute)
            : null;
}
