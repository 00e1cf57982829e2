using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing;

/// <summary>
/// Attributes with those that C# lets types and overriding members inherit. The JSON serializer inherits none, so that its own are not among them.
/// </summary>
internal static class AttributeInheritance
{
    /// <summary>Attributes of a member, its own first, then those of the members that it overrides.</summary>
    public static IReadOnlyList<AttributeData> OfMember(ISymbol member)
    {
        var all = member.GetAttributes().ToList();
        for (var inherited = (member as IPropertySymbol)?.OverriddenProperty; inherited is not null; inherited = inherited.OverriddenProperty)
        {
            AddInherited(all, inherited.GetAttributes());
        }

        return all;
    }

    /// <summary>Attributes of a type, its own first, then those of its bases.</summary>
    /// <param name="type">The type.</param>
    /// <param name="until">A base whose attributes, and those of its bases, do not count; null for none.</param>
    public static IReadOnlyList<AttributeData> OfType(INamedTypeSymbol type, INamedTypeSymbol? until = null)
    {
        var all = type.GetAttributes().ToList();
        for (var inherited = type.BaseType; inherited is { SpecialType: SpecialType.None }; inherited = inherited.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(inherited, until))
            {
                break;
            }

            AddInherited(all, inherited.GetAttributes());
        }

        return all;
    }

    private static void AddInherited(List<AttributeData> all, IEnumerable<AttributeData> inherited)
    {
        var known = all.Select(a => a.AttributeClass?.FullName()).ToList();
        foreach (var attribute in inherited)
        {
            var (isInherited, isRepeatable) = UsageOf(attribute.AttributeClass);
            if (isInherited && (isRepeatable || !known.Contains(attribute.AttributeClass?.FullName())))
            {
                all.Add(attribute);
            }
        }
    }

    private static (bool IsInherited, bool IsRepeatable) UsageOf(INamedTypeSymbol? attribute)
    {
        if (attribute is null || attribute.ContainingNamespace.FullName() == KnownNames.JsonNamespace)
        {
            return (false, false);
        }

        for (var type = attribute; type is not null; type = type.BaseType)
        {
            if (type.Attribute(KnownNames.AttributeUsage) is { } usage)
            {
                return (usage.Named<bool?>("Inherited") ?? true, usage.Named<bool>("AllowMultiple"));
            }
        }

        return (true, false);
    }
}
