namespace Kube.Generators.Schema.Cel.Syntax;

/// <summary>Ends the reading of a rule that is no expression. Never leaves <see cref="CelParser"/>.</summary>
internal sealed class CelSyntaxException(string message, int start, int end) : Exception(message)
{
    public int Start { get; } = start;

    public int End { get; } = end;
}
