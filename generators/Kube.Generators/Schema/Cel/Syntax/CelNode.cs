using Kube.Generators.Schema.Cel.Types;

namespace Kube.Generators.Schema.Cel.Syntax;

/// <summary>A part of an expression. Nodes are compared by identity: two equal parts of one rule may have different types.</summary>
/// <param name="start">First character in the rule.</param>
/// <param name="end">Character after the last.</param>
internal abstract class CelNode(int start, int end)
{
    public int Start { get; } = start;

    public int End { get; } = end;
}

/// <summary>A constant.</summary>
internal sealed class CelLiteral(CelType type, string text, int start, int end) : CelNode(start, end)
{
    public CelType Type { get; } = type;

    /// <summary>Content of a text; the number, <c>true</c>, <c>false</c> or <c>null</c> as written.</summary>
    public string Text { get; } = text;
}

/// <summary>A variable or the name of a type.</summary>
internal sealed class CelIdentifier(string name, int start, int end) : CelNode(start, end)
{
    public string Name { get; } = name;
}

/// <summary><c>a.b</c>, <c>a.?b</c>, or the test <c>has(a.b)</c>.</summary>
internal sealed class CelSelect(CelNode operand, string field, int fieldStart, int start, int end) : CelNode(start, end)
{
    public CelNode Operand { get; } = operand;

    public string Field { get; } = field;

    /// <summary>First character of the field's name.</summary>
    public int FieldStart { get; } = fieldStart;

    public bool IsTest { get; init; }

    public bool IsOptional { get; init; }
}

/// <summary>A call of a function or an operator; operators are named as in <see cref="CelOperators"/>.</summary>
internal sealed class CelCall(string function, CelNode? target, IReadOnlyList<CelNode> arguments, int start, int end) : CelNode(start, end)
{
    public string Function { get; } = function;

    /// <summary>First character of the function's name; null for operators and macros.</summary>
    public int? FunctionStart { get; init; }

    /// <summary>What stands before the dot; null for a plain function.</summary>
    public CelNode? Target { get; } = target;

    public IReadOnlyList<CelNode> Arguments { get; } = arguments;
}

/// <summary><c>[a, b, ?c]</c>.</summary>
internal sealed class CelListLiteral(IReadOnlyList<CelNode> items, IReadOnlyList<bool> optional, int start, int end) : CelNode(start, end)
{
    public IReadOnlyList<CelNode> Items { get; } = items;

    /// <summary>Of each item, whether it is left out when it is no value.</summary>
    public IReadOnlyList<bool> Optional { get; } = optional;
}

/// <summary>An entry of a map or a field of a message, whose key is then a text.</summary>
internal sealed record CelEntry(CelNode Key, CelNode Value, bool IsOptional);

/// <summary><c>{k: v}</c>, or with a type name <c>T{f: v}</c>.</summary>
internal sealed class CelMapLiteral(string? typeName, IReadOnlyList<CelEntry> entries, int start, int end) : CelNode(start, end)
{
    public string? TypeName { get; } = typeName;

    public IReadOnlyList<CelEntry> Entries { get; } = entries;
}

/// <summary>
/// A macro such as <c>all</c>, written out: over the items of a range an accumulator is changed step by step while a condition holds.
/// </summary>
internal sealed class CelFold(CelNode range, string variable, string? variable2, int start, int end) : CelNode(start, end)
{
    public CelNode Range { get; } = range;

    public string Variable { get; } = variable;

    /// <summary>Second variable: the item, or value, when the first is the index or key.</summary>
    public string? Variable2 { get; } = variable2;

    public required string Accumulator { get; init; }

    public required CelNode Initial { get; init; }

    public required CelNode Condition { get; init; }

    public required CelNode Step { get; init; }

    public required CelNode Result { get; init; }
}
