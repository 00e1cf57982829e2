namespace Kube.Generators.Schema.Cel.Syntax;

/// <content>Operators, from those that bind least to those that bind most.</content>
internal sealed partial class CelParser
{
    private const int LogicLevels = 2;
    private static readonly string[][] s_levels = [["||"], ["&&"], ["==", "!=", "<", "<=", ">", ">=", "in"], ["+", "-"], ["*", "/", "%"]];

    private CelNode Binary(int level)
    {
        if (level == s_levels.Length)
        {
            return Unary();
        }

        return level < LogicLevels ? Logic(level) : Chain(level);
    }

    /// <summary>Sides of a chain of <c>&amp;&amp;</c> or <c>||</c> are balanced, so that it may be long.</summary>
    private CelNode Logic(int level)
    {
        var sides = new List<CelNode> { Binary(level + 1) };
        while (Skip(s_levels[level][0]))
        {
            sides.Add(Binary(level + 1));
        }

        return Balanced(CelOperators.Binary(s_levels[level][0]), sides, 0, sides.Count);
    }

    private static CelNode Balanced(string function, List<CelNode> sides, int start, int end)
    {
        if (end - start == 1)
        {
            return sides[start];
        }

        var middle = (start + end + 1) / 2;
        CelNode[] halves = [Balanced(function, sides, start, middle), Balanced(function, sides, middle, end)];
        return new CelCall(function, null, halves, halves[0].Start, halves[1].End);
    }

    private CelNode Chain(int level)
    {
        var depth = _depth;
        var left = Binary(level + 1);
        while (Array.Find(s_levels[level], IsNext) is { } symbol)
        {
            Deepen();
            _next++;
            var right = Binary(level + 1);
            left = new CelCall(CelOperators.Binary(symbol), null, [left, right], left.Start, right.End);
        }

        _depth = depth;
        return left;
    }

    private CelNode Unary()
    {
        var start = Peek.Start;
        var symbol = IsNext("!") ? "!" : IsNext("-") ? "-" : null;
        if (symbol is null)
        {
            return Member();
        }

        var count = 0;
        while (Skip(symbol))
        {
            count++;
        }

        // A sign belongs to the number, so that the smallest one can be written.
        if (symbol == "-" && Peek.Kind is CelTokenKind.Int or CelTokenKind.Double && count == 1)
        {
            return Members(CelPrimary.Number(Take(), start));
        }

        var operand = Member();
        return count % 2 == 0
            ? operand
            : new CelCall(symbol == "!" ? CelOperators.Not : CelOperators.Negate, null, [operand], start, operand.End);
    }
}
