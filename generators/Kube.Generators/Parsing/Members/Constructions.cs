using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing.Members;

/// <summary>Whether System.Text.Json can make objects of a type.</summary>
internal static class Constructions
{
    /// <summary>Why it cannot; null when it can, or never has to.</summary>
    public static string? WhyUnmakeable(INamedTypeSymbol type, IReadOnlyList<TypeMember> members, ParseContext context)
    {
        if (type.IsAbstract || type.IsStatic || type.TypeKind == TypeKind.Interface)
        {
            return null;
        }

        if (JsonConstructors.Of(type, context) is not { } constructor)
        {
            return type.InstanceConstructors.Count(c => c.DeclaredAccessibility == Accessibility.Public) > 1
                ? "it has several public constructors; put [JsonConstructor] on one, or add one without parameters"
                : "it has no public constructor; make one public, or put [JsonConstructor] on an internal one";
        }

        var lost = constructor.Parameters.FirstOrDefault(p => !members.Any(m => SymbolEqualityComparer.Default.Equals(m.Parameter, p)));
        if (lost is null)
        {
            return members.FirstOrDefault(m => m.IsRequired && m.Flow is JsonFlow.None) is { } required && !constructor.Has(KnownNames.SetsRequiredMembers)
                ? $"'{required.Name}' is required, and JSON does not have it: remove 'required', or make it a public property without [JsonIgnore]"
                : null;
        }

        return $"the parameter '{lost.Name}' of its constructor belongs to no property: there must be one of that name, in any case, and of that very type";
    }
}
