using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Kube.CodeFixes;

/// <summary>Mends all diagnostics of a file, a project or everywhere. Two rules may lack the same bound: it is added once.</summary>
internal sealed class MendAllProvider : FixAllProvider
{
    private MendAllProvider()
    {
    }

    public static MendAllProvider Instance { get; } = new();

    /// <inheritdoc/>
    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var edits = new List<Edit>();
        foreach (var (document, diagnostics) in await FindAsync(fixAllContext).ConfigureAwait(false))
        {
            foreach (var diagnostic in diagnostics)
            {
                var fix = (DiagnosticFix)fixAllContext.CodeFixProvider;
                if (await fix.MendAsync(document, diagnostic, fixAllContext.CancellationToken).ConfigureAwait(false) is { IsForAll: true } mend)
                {
                    edits.AddRange(mend.Edits);
                }
            }
        }

        return edits.Count == 0
            ? null
            : CodeAction.Create(
                $"Mend all {string.Join(", ", fixAllContext.DiagnosticIds.OrderBy(id => id, StringComparer.Ordinal))}",
                stop => Mend.ApplyAsync(fixAllContext.Solution, edits, stop),
                fixAllContext.CodeActionEquivalenceKey);
    }

    private static async Task<IReadOnlyList<(Document Document, ImmutableArray<Diagnostic> Diagnostics)>> FindAsync(FixAllContext context)
    {
        var projects = context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project];
        var documents = context is { Scope: FixAllScope.Document, Document: { } only } ? [only] : projects.SelectMany(p => p.Documents);
        var found = new List<(Document, ImmutableArray<Diagnostic>)>();
        foreach (var document in documents)
        {
            found.Add((document, await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)));
        }

        return found;
    }
}
