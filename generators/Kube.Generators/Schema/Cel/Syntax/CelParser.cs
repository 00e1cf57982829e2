namespace Kube.Generators.Schema.Cel.Syntax;

/// <summary>Reads a rule by the grammar of the Common Expression Language. Macros come out written out.</summary>
internal sealed partial class CelParser
{
    // The server's parser stops at 250 levels; a compiler's stack is no deeper than that.
    private const int MaxDepth = 250;

    private readonly IReadOnlyList<CelToken> _tokens;
    private int _next;
    private int _depth;

    private CelParser(IReadOnlyList<CelToken> tokens) => _tokens = tokens;

    private CelToken Peek => _tokens[_next];

    private int LastEnd => _tokens[Math.Max(0, _next - 1)].End;

    /// <summary>The tree of an expression, or what is wrong with its text.</summary>
    public static (CelNode? Tree, CelProblem? Problem) Parse(string text)
    {
        try
        {
            var parser = new CelParser(CelLexer.Read(text));
            var tree = parser.Expression();
            return parser.Peek.Kind == CelTokenKind.End ? (tree, null) : throw parser.Unexpected("the end of the rule or an operator");
        }
        catch (CelSyntaxException e)
        {
            return (null, new(CelProblemKind.Syntax, e.Message, e.Start, e.End));
        }
    }

    private CelNode Expression()
    {
        Deepen();
        var condition = Binary(0);
        if (Skip("?"))
        {
            var whenTrue = Binary(0);
            Expect(":");
            var whenFalse = Expression();
            condition = new CelCall(CelOperators.Conditional, null, [condition, whenTrue, whenFalse], condition.Start, whenFalse.End);
        }

        _depth--;
        return condition;
    }

    private void Deepen()
    {
        if (++_depth > MaxDepth)
        {
            throw new CelSyntaxException("the rule is nested too deeply", Peek.Start, Math.Max(Peek.End, Peek.Start + 1));
        }
    }

    private CelNode Member() => Members(Primary());

    private CelNode Members(CelNode node)
    {
        var depth = _depth;
        while (true)
        {
            if (IsNext(".") || IsNext("["))
            {
                Deepen();
            }

            if (Skip("."))
            {
                node = AfterDot(node);
            }
            else if (Skip("["))
            {
                var function = Skip("?") ? CelOperators.OptionalIndex : CelOperators.Index;
                var index = Expression();
                Expect("]");
                node = new CelCall(function, null, [node, index], node.Start, LastEnd);
            }
            else
            {
                _depth = depth;
                return node;
            }
        }
    }

    private CelNode AfterDot(CelNode operand)
    {
        var isOptional = Skip("?");
        var name = ExpectName("a field or a function");
        if (isOptional || !IsNext("("))
        {
            return new CelSelect(operand, name.Text, name.Start, operand.Start, name.End) { IsOptional = isOptional };
        }

        var arguments = Arguments();
        return CelMacros.Expand(name, operand, arguments, LastEnd)
            ?? new CelCall(name.Text, operand, arguments, operand.Start, LastEnd) { FunctionStart = name.Start };
    }

    private CelNode Primary()
    {
        var token = Peek;
        if (CelPrimary.Literal(token) is { } literal)
        {
            _next++;
            return literal;
        }

        if (Skip("("))
        {
            var inner = Expression();
            Expect(")");
            return inner;
        }

        return IsNext("[") ? List() : IsNext("{") ? Map(null, Peek.Start) : Name();
    }

    private CelNode Name()
    {
        var start = Peek.Start;
        var hasDot = Skip(".");
        var token = ExpectName("an expression");
        if (CelPrimary.IsReserved(token.Text))
        {
            throw new CelSyntaxException($"'{token.Text}' is a reserved word", token.Start, token.End);
        }

        var name = (hasDot ? "." : "") + token.Text;
        if (IsNext("("))
        {
            var arguments = Arguments();
            return CelMacros.Expand(token, null, arguments, LastEnd)
                ?? new CelCall(name, null, arguments, start, LastEnd) { FunctionStart = start };
        }

        return MessageName(name) is { } typeName ? Map(typeName, start) : new CelIdentifier(name, start, token.End);
    }

    /// <summary>The name of a type when a brace follows the name and its parts: <c>a.b.C{</c>.</summary>
    private string? MessageName(string name)
    {
        var ahead = _next;
        while (_tokens[ahead].Text == "." && _tokens[ahead + 1].Kind == CelTokenKind.Identifier)
        {
            name += "." + _tokens[ahead + 1].Text;
            ahead += 2;
        }

        if (_tokens[ahead] is not { Kind: CelTokenKind.Symbol, Text: "{" })
        {
            return null;
        }

        _next = ahead;
        return name;
    }

    private CelListLiteral List()
    {
        var start = Peek.Start;
        var (items, optional) = (new List<CelNode>(), new List<bool>());
        Expect("[");
        while (!IsNext("]"))
        {
            optional.Add(Skip("?"));
            items.Add(Expression());
            if (!Skip(","))
            {
                break;
            }
        }

        Expect("]");
        return new(items, optional, start, LastEnd);
    }

    private CelMapLiteral Map(string? typeName, int start)
    {
        var entries = new List<CelEntry>();
        Expect("{");
        while (!IsNext("}"))
        {
            var isOptional = Skip("?");
            var key = typeName is null ? Expression() : CelPrimary.FieldName(ExpectName("a field"));
            Expect(":");
            entries.Add(new(key, Expression(), isOptional));
            if (!Skip(","))
            {
                break;
            }
        }

        Expect("}");
        return new(typeName, entries, start, LastEnd);
    }

    private List<CelNode> Arguments()
    {
        var arguments = new List<CelNode>();
        Expect("(");
        if (!IsNext(")"))
        {
            do
            {
                arguments.Add(Expression());
            }
            while (Skip(","));
        }

        Expect(")");
        return arguments;
    }

    private bool IsNext(string symbol) =>
        Peek.Text == symbol && (Peek.Kind == CelTokenKind.Symbol || (Peek.Kind == CelTokenKind.Identifier && symbol == "in"));

    private CelToken Take() => _tokens[_next++];

    private bool Skip(string symbol)
    {
        var isNext = IsNext(symbol);
        _next += isNext ? 1 : 0;
        return isNext;
    }

    private void Expect(string symbol)
    {
        if (!Skip(symbol))
        {
            throw Unexpected($"'{symbol}'");
        }
    }

    private CelToken ExpectName(string what) =>
        Peek.Kind == CelTokenKind.Identifier && !CelPrimary.IsKeyword(Peek.Text) ? Take() : throw Unexpected(what);

    private CelSyntaxException Unexpected(string expected) => Peek.Kind == CelTokenKind.End
        ? new($"the rule ends where {expected} is expected", Math.Max(0, Peek.Start - 1), Peek.Start)
        : new($"'{Peek.Text}' stands where {expected} is expected", Peek.Start, Peek.End);
}
