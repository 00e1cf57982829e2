using Kube.Generators.Schema.Cel.Types;

namespace Kube.Generators.Schema.Cel.Checking;

/// <summary>The variables that an expression sees; inner ones hide outer ones.</summary>
internal sealed class CelScope
{
    private static readonly Dictionary<string, CelType> s_typeNames = new CelType[]
    {
        CelType.Bool, CelType.Int, CelType.Uint, CelType.Double, CelType.String, CelType.Bytes, CelType.Dyn,
    }.ToDictionary(t => t.Name, CelType.TypeOf, StringComparer.Ordinal);

    private readonly Stack<(string Name, CelType Type)> _variables = new();

    static CelScope()
    {
        s_typeNames["list"] = CelType.TypeOf(CelType.List(CelType.Dyn));
        s_typeNames["map"] = CelType.TypeOf(CelType.Map(CelType.Dyn, CelType.Dyn));
        s_typeNames["null_type"] = CelType.TypeOf(CelType.Null);
        s_typeNames["type"] = CelType.TypeOf(CelType.Dyn);
        s_typeNames["optional_type"] = CelType.TypeOf(CelType.Dyn);
        s_typeNames["google.protobuf.Timestamp"] = CelType.TypeOf(CelType.Timestamp);
        s_typeNames["google.protobuf.Duration"] = CelType.TypeOf(CelType.Duration);
    }

    /// <summary>Names of the variables, the inner ones first.</summary>
    public IEnumerable<string> Names => _variables.Select(v => v.Name).Where(n => n[0] is not ('@' or '#'));

    public void Enter(string name, CelType type) => _variables.Push((name, type));

    public void Leave(int count)
    {
        for (; count > 0; count--)
        {
            _variables.Pop();
        }
    }

    /// <summary>The type of a variable or of the name of a type; null when there is none.</summary>
    public CelType? Find(string name)
    {
        var variable = _variables.FirstOrDefault(v => v.Name == name).Type;
        var bare = name.TrimStart('.');

        // Names of library types are seldom written; nothing false is said of them.
        return variable
            ?? (s_typeNames.TryGetValue(bare, out var type) ? type : null)
            ?? (IsLibraryType(bare) ? CelType.Unknown : null);
    }

    private static bool IsLibraryType(string name) =>
        name.StartsWith("google.", StringComparison.Ordinal) || name.StartsWith("kubernetes.", StringComparison.Ordinal)
        || name.StartsWith("net.", StringComparison.Ordinal);
}
