namespace Kube.Generators.Schema.Cel.Syntax;

/// <summary>What a token is.</summary>
internal enum CelTokenKind
{
    End,
    Identifier,

    /// <summary>An operator or a bracket.</summary>
    Symbol,
    Int,
    Uint,
    Double,
    String,
    Bytes,
}

/// <summary>A piece of a rule.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The name, symbol or number as written; the content of a text.</param>
/// <param name="Start">First character in the rule.</param>
/// <param name="End">Character after the last.</param>
internal sealed record CelToken(CelTokenKind Kind, string Text, int Start, int End);
