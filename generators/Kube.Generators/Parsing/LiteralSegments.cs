using Kube.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Kube.Generators.Parsing;

/// <summary>
/// Finds where each character of a constant text is written: in plain, verbatim and raw literals, and in sums of them. A text that is
/// written in another way has no segments.
/// </summary>
internal static class LiteralSegments
{
    public static EquatableArray<TextSegment> Of(ExpressionSyntax expression)
    {
        var segments = new List<TextSegment>();
        return TryAdd(expression, 0, segments) is null ? EquatableArray<TextSegment>.Empty : segments.ToEquatableArray();
    }

    /// <summary>The length of the text so far; null when it cannot be followed.</summary>
    private static int? TryAdd(ExpressionSyntax expression, int start, List<TextSegment> segments) => expression switch
    {
        ParenthesizedExpressionSyntax inner => TryAdd(inner.Expression, start, segments),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum =>
            TryAdd(sum.Left, start, segments) is { } middle ? TryAdd(sum.Right, middle, segments) : null,
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal => Add(literal.Token, start, segments),
        _ => null,
    };

    private static int? Add(SyntaxToken token, int start, List<TextSegment> segments)
    {
        var writer = new Writer(token, start, segments);
        var isVerbatim = token.Text.StartsWith("@", StringComparison.Ordinal);
        if (token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken))
        {
            AddLines(token, writer);
        }
        else if (token.IsKind(SyntaxKind.SingleLineRawStringLiteralToken))
        {
            writer.Write(token.Text.TakeWhile(c => c == '"').Count(), token.ValueText.Length);
        }
        else
        {
            for (var i = isVerbatim ? 2 : 1; i < token.Text.Length - 1;)
            {
                var (source, text) = isVerbatim ? VerbatimAt(token.Text, i) : PlainAt(token.Text, i);
                writer.Write(i, text, source);
                i += source;
            }
        }

        return writer.Length == start + token.ValueText.Length ? writer.Length : null;
    }

    /// <summary>The indentation of a raw literal's last line is no part of its lines.</summary>
    private static void AddLines(SyntaxToken token, Writer writer)
    {
        var values = token.ValueText.Split('\n');
        var position = token.Text.IndexOf('\n') + 1;
        foreach (var (value, index) in values.Select((v, i) => (v, i)))
        {
            var end = token.Text.IndexOf('\n', position);
            var line = token.Text.Substring(position, (end < 0 ? token.Text.Length : end) - position);
            var content = value.TrimEnd('\r');
            writer.Write(position + line.TrimEnd('\r').Length - content.Length, content.Length);
            writer.Skip(value.Length - content.Length + (index < values.Length - 1 ? 1 : 0));
            position = end + 1;
        }
    }

    private static (int Source, int Text) VerbatimAt(string literal, int index) => literal[index] == '"' ? (2, 1) : (1, 1);

    private static (int Source, int Text) PlainAt(string literal, int index)
    {
        if (literal[index] != '\\')
        {
            return (1, 1);
        }

        return literal[index + 1] switch
        {
            'x' => (2 + literal.Skip(index + 2).Take(4).TakeWhile(Uri.IsHexDigit).Count(), 1),
            'u' => (6, 1),
            'U' => (10, literal.Substring(index + 2, 4) == "0000" ? 1 : 2),
            _ => (2, 1),
        };
    }

    /// <summary>Collects segments; plain characters that follow each other are one.</summary>
    private sealed class Writer(SyntaxToken token, int length, List<TextSegment> segments)
    {
        private readonly SourceText? _source = token.SyntaxTree?.GetText();

        public int Length { get; private set; } = length;

        public void Write(int offset, int count) => Write(offset, count, count);

        public void Write(int offset, int count, int sourceCount)
        {
            var start = token.SpanStart + offset;
            var line = _source?.Lines.GetLinePosition(start) ?? default;
            var last = segments.Count == 0 ? null : segments[segments.Count - 1];
            var isNext = last is not null && last.Length == last.SourceLength && count == sourceCount && last.Line == line.Line
                && last.SourceStart + last.SourceLength == start && last.Start + last.Length == Length;
            if (isNext)
            {
                segments[segments.Count - 1] = last! with { Length = last.Length + count, SourceLength = last.SourceLength + count };
            }
            else if (count > 0)
            {
                segments.Add(new(Length, count, start, sourceCount, line.Line, line.Character));
            }

            Length += count;
        }

        public void Skip(int count) => Length += count;
    }
}
