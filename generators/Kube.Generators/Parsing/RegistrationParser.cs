using Kube.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing;

/// <summary>Decides on the name of the method that registers the clients of an assembly.</summary>
internal static class RegistrationParser
{
    /// <summary>Last parts of assembly names that say nothing of the kinds.</summary>
    private static readonly HashSet<string> s_suffixes =
        new(StringComparer.Ordinal) { "Api", "Apis", "Client", "Clients", "Crds", "Models", "Operator", "Resources" };

    public static RegistrationModel Parse(Compilation compilation)
    {
        var given = compilation.Assembly.Attribute(KnownNames.ClientRegistration)?.Argument(0) as string;
        return new(given ?? NameOf(compilation.AssemblyName ?? ""), compilation.GetTypeByMetadataName(KnownNames.ServiceCollection) is not null);
    }

    private static string NameOf(string assembly)
    {
        var parts = assembly.Split(['.', '-', '_', ' '], StringSplitOptions.RemoveEmptyEntries);
        var telling = parts.Length > 1 && s_suffixes.Contains(parts[parts.Length - 1]) ? parts.Take(parts.Length - 1) : parts;
        var name = string.Concat(telling.Select(p => char.ToUpperInvariant(p[0]) + p.Substring(1)).SelectMany(p => p).Where(char.IsLetterOrDigit));
        return name;
    }
}
