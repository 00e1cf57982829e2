using Kube.Generators.Diagnostics;
using Kube.Generators.Model;
using Kube.Generators.Schema.Cel;

namespace Kube.Generators.Schema;

/// <summary>What the rules of one kind share: its types, and the problems found.</summary>
internal sealed class SchemaContext(IEnumerable<ObjectModel> types)
{
    private readonly Dictionary<string, ObjectModel> _types = types.ToDictionary(t => t.Id, StringComparer.Ordinal);
    private readonly List<Problem> _problems = [];

    /// <summary>What the build says.</summary>
    public SchemaSettings Settings { get; init; } = SchemaSettings.Default;

    public EquatableArray<Problem> Problems => _problems.ToEquatableArray();

    /// <summary>Whether a problem is an error: then there is no definition.</summary>
    public bool HasErrors => _problems.Any(DescriptorTable.IsError);

    /// <summary>The types by id.</summary>
    public IReadOnlyDictionary<string, ObjectModel> Types => _types;

    public ObjectModel TypeOf(ObjectReference reference) => _types[reference.Id];

    public void Report(string id, string target, params string[] arguments) => Report(Problem.Of(id, target, arguments));

    public void Report(Problem problem) => _problems.Add(problem);

    /// <summary>The attribute rules of the schema, by which the finished schema is checked.</summary>
    public CelRuleSources CelRules { get; } = new();
}
