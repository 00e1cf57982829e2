using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kube.CodeFixes;

/// <summary>KCR151, KCR152 and KCR156: puts the name that was meant into a validation rule, or into the path of its field.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ReplaceNameFix : DiagnosticFix
{
    /// <summary>The generator puts the name here.</summary>
    private const string Replacement = nameof(Replacement);

    /// <inheritdoc/>
    protected override ImmutableArray<string> Ids { get; } = ImmutableArray.Create("KCR151", "KCR152", "KCR156");

    private protected override Task<Mend?> FindAsync(FixContext context)
    {
        // Where the rule is no literal, the squiggle is under the constant that it is read from.
        var span = context.Diagnostic.Location.SourceSpan;
        if (context.Node<LiteralExpressionSyntax>() is not { } literal || context.Property(Replacement) is not { } name)
        {
            return Task.FromResult<Mend?>(null);
        }

        var title = $"Change to '{name}'";
        if (context.Diagnostic.Id == "KCR156")
        {
            return Task.FromResult<Mend?>(context.Change(
                title, literal, l => SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(name)).WithTriviaFrom(l)));
        }

        var (start, length) = (span.Start - literal.SpanStart, span.Length);
        var edit = Edit.Of(
            context.Document,
            literal,
            l => SyntaxFactory.ParseExpression(l.ToString().Remove(start, length).Insert(start, name)).WithTriviaFrom(l)) with
        {
            Position = span.Start,
        };
        return Task.FromResult(literal.Span == span ? null : new Mend(title, [edit]));
    }
}
