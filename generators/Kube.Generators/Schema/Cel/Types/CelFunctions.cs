namespace Kube.Generators.Schema.Cel.Types;

/// <summary>The functions that validation rules can call: the language's own and the libraries of Kubernetes, as of version 1.36.</summary>
internal static class CelFunctions
{
    private static readonly Lazy<ILookup<string, CelSignature>> s_byName =
        new(() => CelFunctionTables.All.Select(CelSignature.Parse).ToLookup(s => s.Function, StringComparer.Ordinal));

    /// <summary>Every name that can be written as a call.</summary>
    public static IEnumerable<string> Names => s_byName.Value.Select(g => g.Key).Where(n => char.IsLetter(n[0]));

    /// <summary>The forms of a function; none when there is no such function.</summary>
    public static IEnumerable<CelSignature> Of(string name) => s_byName.Value[name];

    public static bool Exists(string name) => s_byName.Value.Contains(name);
}
