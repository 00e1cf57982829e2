using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Kube.CodeFixes;

/// <summary>A code fix that offers at most one mend for each diagnostic, and all of them at once.</summary>
public abstract class DiagnosticFix : CodeFixProvider
{
    /// <summary>Ids of the diagnostics that are mended.</summary>
    protected abstract ImmutableArray<string> Ids { get; }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds => Ids;

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => MendAllProvider.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await MendAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } mend)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(mend.Title, stop => Mend.ApplyAsync(context.Document.Project.Solution, mend.Edits, stop), GetType().Name), diagnostic);
            }
        }
    }

    /// <summary>The mend of a diagnostic; null when there is none for it.</summary>
    internal async Task<Mend?> MendAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is { } root
            && await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
            ? await FindAsync(new(document, root, model, diagnostic, cancellationToken)).ConfigureAwait(false)
            : null;

    /// <summary>The mend of a problem; null when there is none for it.</summary>
    private protected abstract Task<Mend?> FindAsync(FixContext context);
}

/// <summary>What a code fix knows of a problem.</summary>
internal sealed record FixContext(
    Document Document, SyntaxNode Root, SemanticModel Model, Diagnostic Diagnostic, CancellationToken CancellationToken)
{
    /// <summary>The innermost node of a type at the squiggle or around it.</summary>
    public T? Node<T>()
        where T : SyntaxNode => Root.FindNode(Diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<T>();

    /// <summary>What the generator says beside the message; null when it says nothing.</summary>
    public string? Property(string name) => Diagnostic.Properties.TryGetValue(name, out var value) ? value : null;

    /// <summary>A mend that changes one node of the file.</summary>
    public Mend Change<T>(string title, T node, Func<T, SyntaxNode> change)
        where T : SyntaxNode => new(title, [Edit.Of(Document, node, change)]);
}
