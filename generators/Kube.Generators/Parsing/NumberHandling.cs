using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing;

/// <summary><c>JsonNumberHandling</c>: of its flags, the one that puts numbers in quotes.</summary>
internal static class NumberHandling
{
    private const int WriteAsString = 2;

    public static bool WritesText(int flags) => (flags & WriteAsString) != 0;

    /// <summary>Whether an attribute of a member or type asks for it.</summary>
    public static bool WritesText(ISymbol symbol) =>
        symbol.Attribute(KnownNames.JsonNumberHandling)?.Argument(0) is int flags && WritesText(flags);
}
