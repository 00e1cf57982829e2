using Kube.Generators.Diagnostics;
using Kube.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kube.Generators.Parsing;

/// <summary>Collects what is found while one kind is read: problems, and where things are.</summary>
internal sealed class ParseContext(string root, CancellationToken cancellationToken)
{
    private readonly Dictionary<string, TargetLocation> _locations = [];
    private readonly List<Problem> _problems = [];

    /// <summary>Target of the kind itself.</summary>
    public string Root => root;

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>The compilation that the kind is part of.</summary>
    public required Compilation Compilation { get; init; }

    /// <summary>What the JSON context says of the form of values and members.</summary>
    public JsonSettings Json { get; set; } = JsonSettings.Default;

    /// <summary>Whether code that is generated into the kind's assembly can name a type or member.</summary>
    public bool CanReach(ISymbol symbol) => Compilation.IsSymbolAccessibleWithin(symbol, Compilation.Assembly);

    /// <summary>Whether a type without nullable annotations was met and reported.</summary>
    public bool HasMetOblivious { get; set; }

    /// <summary>Whether a problem is an error: then there is no definition.</summary>
    public bool HasErrors => _problems.Any(DescriptorTable.IsError);

    public void Report(string id, string target, params string[] arguments) => Report(Problem.Of(id, target, arguments));

    public void Report(Problem problem) => _problems.Add(problem);

    /// <summary>Remembers where a target is. Symbols from other assemblies are nowhere; their problems are shown at the kind.</summary>
    public void Locate(string target, Location? location)
    {
        if (location is { IsInSource: true, SourceTree: { } tree } && !_locations.ContainsKey(target))
        {
            _locations[target] = new(target, tree.FilePath, location.SourceSpan, location.GetLineSpan().Span);
        }
    }

    /// <summary>Whether a target has a place of its own.</summary>
    public bool IsLocated(string target) => _locations.ContainsKey(target);

    /// <summary>Remembers where a constant text is, and where each of its characters.</summary>
    public void Locate(string target, ExpressionSyntax expression)
    {
        Locate(target, expression.GetLocation());
        if (_locations.TryGetValue(target, out var location) && location.Segments.Count == 0)
        {
            _locations[target] = location with { Segments = LiteralSegments.Of(expression) };
        }
    }

    /// <summary>As <see cref="Locate(string, Location?)"/>, with the place of an attribute.</summary>
    public void Locate(string target, AttributeData attribute) =>
        Locate(target, attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken).GetLocation());

    public ParsedResource Finish(ResourceModel? resource)
    {
        foreach (var problem in _problems)
        {
            if (!_locations.ContainsKey(problem.Target) && _locations.TryGetValue(root, out var fallback))
            {
                _locations[problem.Target] = fallback with { Target = problem.Target };
            }
        }

        return new(resource, _locations.Values.ToEquatableArray(), _problems.ToEquatableArray());
    }
}
