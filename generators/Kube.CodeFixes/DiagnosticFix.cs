using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Kube.CodeFixes;

/// <summary>A code fix that offers at most one mend for each diagnostic.</summary>
public abstract class DiagnosticFix : CodeFixProvider
{
    /// <summary>Ids of the diagnostics that are mended.</summary>
    protected abstract ImmutableArray<string> Ids { get; }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds => Ids;

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            var problem = new FixContext(context.Document, root, diagnostic, context.CancellationToken);
            if (await FindAsync(problem).ConfigureAwait(false) is { } mend)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(mend.Title, mend.ApplyAsync, $"{GetType().Name}:{mend.Title}"), diagnostic);
            }
        }
    }

    /// <summary>The mend of a problem; null when there is none for it.</summary>
    private protected abstract Task<Mend?> FindAsync(FixContext context);
}

/// <summary>What a code fix knows of a problem.</summary>
internal sealed record FixContext(Document Document, SyntaxNode Root, Diagnostic Diagnostic, CancellationToken CancellationToken)
{
    /// <summary>The innermost node of a type at the squiggle or around it.</summary>
    public T? Node<T>()
        where T : SyntaxNode => Root.FindNode(Diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<T>();

    /// <summary>A mend that puts one node in the place of another in the same file.</summary>
    public Mend Replace(string title, SyntaxNode old, SyntaxNode changed) =>
        new(title, _ => Task.FromResult(Document.WithSyntaxRoot(Root.ReplaceNode(old, changed)).Project.Solution));
}

/// <summary>A change of the code.</summary>
/// <param name="Title">What the editor offers.</param>
/// <param name="ApplyAsync">Makes the changed solution.</param>
internal sealed record Mend(string Title, Func<CancellationToken, Task<Solution>> ApplyAsync);
