using System.Globalization;
using Kube.Generators.Json;
using Kube.Generators.Model;
using Kube.Generators.Parsing.Documentation;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing;

/// <summary>Reads <c>[JsonPolymorphic]</c> and <c>[JsonDerivedType]</c>: a type of which every value is one of several derived ones.</summary>
internal sealed class UnionParser(TypeParser types, ParseContext context)
{
    private const string UsualDiscriminator = "$type";

    private sealed record Derived(INamedTypeSymbol Type, object? Tag);

    /// <summary>Whether a type says that it is one of several.</summary>
    public static bool IsUnion(INamedTypeSymbol type) => type.Has(KnownNames.JsonDerivedType) || type.Has(KnownNames.JsonPolymorphic);

    /// <summary>The model of the base type, and what is wrong with the attributes; null when nothing is.</summary>
    public (ObjectModel Model, string? Problem) Parse(INamedTypeSymbol type, string id)
    {
        var derived = type.Attributes(KnownNames.JsonDerivedType)
            .Select(a => a.Argument(0) is INamedTypeSymbol known ? new Derived(known, a.Argument(1)) : null).OfType<Derived>().ToList();
        var discriminator = type.Attribute(KnownNames.JsonPolymorphic)?.Named<string>("TypeDiscriminatorPropertyName") ?? UsualDiscriminator;
        var plain = new ObjectModel(id, type.Name);
        if (WhyNot(type, derived) is { } reason)
        {
            return (plain, reason);
        }

        // A base type that can be made itself is written too, without a discriminator unless it has one.
        var hasPlainBase = type is { IsAbstract: false, TypeKind: not TypeKind.Interface }
            && !derived.Any(d => SymbolEqualityComparer.Default.Equals(d.Type, type));
        var cases = derived.Select(d => new UnionCaseModel(TagOf(d.Tag), types.ObjectOf(d.Type, d.Type.FullNameWithNullability(), type))).ToList();
        if (hasPlainBase)
        {
            cases.Add(new(null, types.ObjectOf(type, id, type) with { Validation = ValidationModel.None }));
        }

        if (cases.FirstOrDefault(c => c.Type.Properties.Any(p => p.JsonName == discriminator)) is { } conflict)
        {
            return (plain, $"{conflict.Type.Name} has a property '{discriminator}' of its own, which tells the types apart: rename it, or leave it out");
        }

        context.Locate(id, type.Locations.FirstOrDefault());
        CelRuleParser.Locate(AttributeInheritance.OfType(type), id, context);
        var documentation = DocumentationParser.Parse(type, context);
        return (plain with
        {
            Description = documentation.Text,
            Union = new(discriminator, !hasPlainBase, cases.ToEquatableArray()),
            Properties = PropertiesOf(discriminator, derived, cases, id).ToEquatableArray(),
            Validation = documentation.AddTo(ValidationParser.ParseType(type)),
        }, null);
    }

    private static string? WhyNot(INamedTypeSymbol type, List<Derived> derived)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var tags = new HashSet<object>();
        foreach (var one in derived)
        {
            var problem = one.Tag is null ? "has no discriminator, so that it cannot be told from others: [JsonDerivedType(typeof(...), \"name\")]"
                : one.Type.IsAbstract || one.Type.TypeKind == TypeKind.Interface ? "is abstract: list the types below it"
                : !IsDerived(one.Type, type) ? $"does not derive from {type.Name}"
                : !seen.Add(one.Type.FullName()) ? "is there twice"
                : !tags.Add(one.Tag) ? $"has the discriminator of another one, {TagOf(one.Tag)}"
                : tags.First().GetType() != one.Tag.GetType() ? "has a number for a discriminator where others have texts, or the other way round"
                : null;
            if (problem is not null)
            {
                return $"{one.Type.Name} {problem}";
            }
        }

        return derived.Count == 0 ? "no [JsonDerivedType] says what it can be" : null;
    }

    private static bool IsDerived(INamedTypeSymbol type, INamedTypeSymbol from)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, from))
            {
                return true;
            }
        }

        return type.AllInterfaces.Any(i => SymbolEqualityComparer.Default.Equals(i, from));
    }

    private static string? TagOf(object? tag) => tag switch
    {
        string text => JsonPrinter.Print(JsonValue.Of(text)),
        int number => number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>The discriminator, and the properties of all cases, each name once.</summary>
    private static IEnumerable<PropertyModel> PropertiesOf(string discriminator, List<Derived> derived, List<UnionCaseModel> cases, string id)
    {
        var tags = derived.Select(d => d.Tag).OfType<string>().ToEquatableArray();
        yield return new(discriminator, discriminator, tags.Count > 0 ? new EnumModel(tags) : new ScalarModel(ScalarKind.Int32)) { Target = id };
        foreach (var same in cases.SelectMany(c => c.Type.Properties).GroupBy(p => p.JsonName))
        {
            yield return same.First();
        }
    }
}
