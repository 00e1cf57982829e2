using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Kube.CodeFixes;

/// <summary>A change of the code.</summary>
/// <param name="Title">What the editor offers.</param>
/// <param name="Edits">What is changed.</param>
internal sealed record Mend(string Title, IReadOnlyList<Edit> Edits)
{
    /// <summary>Whether it may be made for all diagnostics at once; not when somebody must choose between them.</summary>
    public bool IsForAll { get; init; } = true;

    /// <summary>The code after edits, which all know it as it is before. What several of them ask for is done once.</summary>
    public static async Task<Solution> ApplyAsync(Solution solution, IEnumerable<Edit> edits, CancellationToken cancellationToken)
    {
        foreach (var group in edits.GroupBy(e => e.Document.Id))
        {
            var editor = await DocumentEditor.CreateAsync(group.First().Document, cancellationToken).ConfigureAwait(false);

            // From the end to the beginning, so that places in a text that is edited twice stay where they are.
            foreach (var edit in group.GroupBy(e => (e.Position, e.What)).Select(e => e.First()).OrderByDescending(e => e.Position))
            {
                edit.Apply(editor);
            }

            solution = solution.WithDocumentSyntaxRoot(group.Key, editor.GetChangedRoot());
        }

        return solution;
    }
}

/// <summary>A change of one file.</summary>
/// <param name="Document">The file.</param>
/// <param name="Position">Where the change is.</param>
/// <param name="What">What it is; two changes of one name and place are the same.</param>
/// <param name="Apply">Makes it.</param>
internal sealed record Edit(Document Document, int Position, string What, Action<SyntaxEditor> Apply)
{
    /// <summary>Puts something in the place of a node.</summary>
    public static Edit Of<T>(Document document, T node, Func<T, SyntaxNode> change, string? what = null)
        where T : SyntaxNode =>
        new(
            document,
            node.SpanStart,
            what ?? change(node).ToFullString(),

            // Annotations tell the editor where the node has gone, should it be changed again.
            editor => editor.ReplaceNode(node, (current, _) => current.CopyAnnotationsTo(change((T)current))));

    /// <summary>Takes an attribute away.</summary>
    public static Edit Removing(Document document, AttributeSyntax attribute) => new(document, attribute.SpanStart, "", editor =>
    {
        editor.TrackNode(attribute);
        editor.ReplaceNode(attribute.FirstAncestorOrSelf<MemberDeclarationSyntax>()!, (current, _) => current.GetCurrentNode(attribute) is { } found
            ? ((MemberDeclarationSyntax)current).WithoutAttribute(found)
            : current);
    });

    /// <summary>Takes a node away.</summary>
    public static Edit Removing(Document document, SyntaxNode node) => new(document, node.SpanStart, "", editor => editor.RemoveNode(node));
}
