using Kube.Generators.Schema.Cel.Syntax;
using Kube.Generators.Schema.Cel.Types;

namespace Kube.Generators.Schema.Cel.Checking;

/// <summary>A rule whose types are worked out.</summary>
internal sealed class CelChecked
{
    private readonly Dictionary<CelNode, CelType> _types = [];
    private readonly Dictionary<CelNode, IReadOnlyList<CelSignature>> _calls = [];
    private readonly List<CelProblem> _problems = [];

    /// <summary>The expression; null when its text is none.</summary>
    public CelNode? Tree { get; set; }

    /// <summary>Whether <c>oldSelf</c> appears.</summary>
    public bool UsesOldSelf { get; set; }

    public IReadOnlyList<CelProblem> Problems => _problems;

    /// <summary>Type of the whole.</summary>
    public CelType Result => Tree is null ? CelType.Unknown : TypeOf(Tree);

    public CelType TypeOf(CelNode node) => _types.TryGetValue(node, out var type) ? type : CelType.Unknown;

    /// <summary>The forms of the function that a call may mean; none when it is wrong.</summary>
    public IReadOnlyList<CelSignature> SignaturesOf(CelNode call) => _calls.TryGetValue(call, out var found) ? found : [];

    public void Set(CelNode node, CelType type) => _types[node] = type;

    public void Set(CelNode call, IReadOnlyList<CelSignature> signatures) => _calls[call] = signatures;

    public void Report(CelProblem problem) => _problems.Add(problem);

    /// <summary>Replaces every free variable by what it stands for.</summary>
    public void Finish(CelSubstitution substitution)
    {
        foreach (var node in _types.Keys.ToList())
        {
            _types[node] = substitution.Apply(_types[node], isFinal: true);
        }
    }
}
