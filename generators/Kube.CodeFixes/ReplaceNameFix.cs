using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Kube.CodeFixes;

/// <summary>KCR151 and KCR152: puts the name that was meant into a validation rule.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ReplaceNameFix : DiagnosticFix
{
    /// <summary>The generator puts the name here.</summary>
    private const string Replacement = nameof(Replacement);

    /// <inheritdoc/>
    protected override ImmutableArray<string> Ids { get; } = ImmutableArray.Create("KCR151");

    private protected override Task<Mend?> FindAsync(FixContext context)
    {
        // Where the rule is no literal, the squiggle is under the constant that it is read from.
        var span = context.Diagnostic.Location.SourceSpan;
        var literal = context.Node<LiteralExpressionSyntax>();
        if (literal is null || literal.Span == span || !context.Diagnostic.Properties.TryGetValue(Replacement, out var name) || name is null)
        {
            return Task.FromResult<Mend?>(null);
        }

        return Task.FromResult<Mend?>(new($"Change to '{name}'", async cancellationToken =>
        {
            var text = await context.Document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            return context.Document.WithText(text.WithChanges(new TextChange(span, name))).Project.Solution;
        }));
    }
}
