using Architecture.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Architecture.Tests.Rules;

/// <summary>Names that may not appear in the code of a folder. Comments may speak of them.</summary>
internal sealed class IdentifierRule(string reason, params IEnumerable<string> banned)
{
    /// <summary>What no decision may touch: time, chance, the outside, and waiting for any of them.</summary>
    public static IdentifierRule Purity { get; } = new(
        "this folder decides, and is given time, names and options as data",
        "Task", "ValueTask", "Thread", "CancellationToken", "HttpClient", "IApiTransport", "ILogger", "ILoggerFactory", "TimeProvider",
        "Stopwatch", "Random", "RandomNumberGenerator", "Environment", "File", "Directory", "Console", "async", "await");

    /// <summary>Moments and names that differ from run to run.</summary>
    public static IdentifierRule Determinism { get; } = new(
        "this folder gives the same answer to the same snapshot, always", "UtcNow", "NewGuid", "TickCount", "TickCount64", "GetTimestamp");

    /// <summary>Roslyn's symbols, which live only while sources are parsed.</summary>
    public static IdentifierRule NoSymbols { get; } = new(
        "symbols die in Parsing",
        "ISymbol", "INamedTypeSymbol", "ITypeSymbol", "IPropertySymbol", "IFieldSymbol", "IMethodSymbol", "IParameterSymbol", "IAssemblySymbol",
        "INamespaceSymbol", "IArrayTypeSymbol", "AttributeData", "TypedConstant", "SemanticModel", "Compilation", "SyntaxNode", "SyntaxTree");

    private readonly HashSet<string> _banned = [.. banned];

    public IEnumerable<Violation> Check(SourceFile file) => file.Root.DescendantTokens(node => !IsNamespaceName(node))
        .Where(token => (token.IsKind(SyntaxKind.IdentifierToken) || token.IsKeyword() || token.IsContextualKeyword()) && _banned.Contains(token.ValueText))
        .Select(token => file.At(token, $"'{token.ValueText}': {reason}"));

    // A folder may be named for what it describes: Desired/Environment writes variables of containers and reads none of ours.
    private static bool IsNamespaceName(SyntaxNode node) =>
        node is UsingDirectiveSyntax || (node is NameSyntax && node.Parent is BaseNamespaceDeclarationSyntax);
}
