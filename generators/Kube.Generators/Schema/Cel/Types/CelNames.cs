using System.Text.RegularExpressions;
using Kube.Generators.Schema.Cel.Syntax;

namespace Kube.Generators.Schema.Cel.Types;

/// <summary>How the API server writes names of properties in rules.</summary>
internal static class CelNames
{
    private static readonly Regex s_expressible = new("^[A-Za-z_./-][A-Za-z0-9_./-]*$", RegexOptions.CultureInvariant);

    /// <summary>
    /// The name as rules say it: <c>__dash__</c> for a hyphen and so on, <c>__namespace__</c> for a word of the language; null when no rule
    /// can say it.
    /// </summary>
    public static string? Escape(string name) =>
        !s_expressible.IsMatch(name) ? null
        : CelPrimary.IsKeyword(name) || CelPrimary.IsReserved(name) ? $"__{name}__"
        : name.Replace("__", "__underscores__").Replace(".", "__dot__").Replace("-", "__dash__").Replace("/", "__slash__");
}
