namespace Kube.Generators.Schema.Cel;

/// <summary>What is wrong with a rule.</summary>
internal enum CelProblemKind
{
    /// <summary>The text is no expression.</summary>
    Syntax,

    /// <summary>A field or variable that does not exist.</summary>
    UnknownName,

    /// <summary>A function that does not exist, or operands that it does not take.</summary>
    BadCall,

    /// <summary>The result has the wrong type.</summary>
    BadResult,

    /// <summary>A constant that can never be used, such as a pattern that is none.</summary>
    BadConstant,

    /// <summary>A part that fails whenever it is evaluated; the server takes it all the same.</summary>
    AlwaysFails,
}

/// <summary>Something wrong in an expression.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Message">What, and how to mend it.</param>
/// <param name="Start">First character concerned.</param>
/// <param name="End">Character after the last.</param>
internal sealed record CelProblem(CelProblemKind Kind, string Message, int Start, int End)
{
    /// <summary>The name that was probably meant; null for none.</summary>
    public string? Suggestion { get; init; }
}
