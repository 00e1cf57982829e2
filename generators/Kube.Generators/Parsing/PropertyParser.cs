using Kube.Generators.Diagnostics;
using Kube.Generators.Model;
using Kube.Generators.Parsing.Documentation;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing;

/// <summary>Reads the properties of an object: those that System.Text.Json reads and writes.</summary>
internal sealed class PropertyParser(TypeParser types, ParseContext context)
{
    private const int IgnoreAlways = 1;

    /// <summary>
    /// Properties of a type and its bases, base first. One that is overridden or hidden counts once, as the derived type has it.
    /// </summary>
    public EquatableArray<PropertyModel> Parse(INamedTypeSymbol type, string typeId)
    {
        var properties = new List<PropertyModel>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var symbol in Visible(type).Where(IsWritten))
        {
            var target = $"{typeId}.{symbol.Name}";
            context.Locate(target, symbol.Locations.FirstOrDefault());
            CelRuleParser.Locate(symbol, target, context);
            if (types.Parse(symbol.Type, target) is not { } model)
            {
                continue;
            }

            var property = ParseProperty(symbol, model, target);
            if (names.TryGetValue(property.JsonName, out var other))
            {
                context.Report(DiagnosticIds.DuplicateJsonName, target, symbol.Name, other, property.JsonName);
                continue;
            }

            names.Add(property.JsonName, symbol.Name);
            properties.Add(property);
        }

        return properties.ToEquatableArray();
    }

    private PropertyModel ParseProperty(IPropertySymbol symbol, TypeModel type, string target)
    {
        var documentation = DocumentationParser.Parse(symbol, context);
        var validation = documentation.AddTo(ValidationParser.ParseProperty(symbol));
        var beginning = PropertyBeginning.Of(symbol, target, context);
        return new(symbol.Name, JsonNames.Of(symbol), type)
        {
            Target = target,
            Initialiser = beginning.Initialiser,
            OmittedValue = beginning.OmittedValue,
            Description = documentation.Text,
            Validation = validation with
            {
                IsRequired = validation.IsRequired || beginning.IsRequired,
            },
        };
    }

    /// <summary>Public properties of a type and its bases, base first; one that is overridden or hidden counts once.</summary>
    public static IEnumerable<IPropertySymbol> Visible(INamedTypeSymbol type)
    {
        var chain = new Stack<INamedTypeSymbol>();
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            chain.Push(current);
        }

        var order = new List<string>();
        var byName = new Dictionary<string, IPropertySymbol>(StringComparer.Ordinal);
        foreach (var property in chain.SelectMany(t => t.GetMembers().OfType<IPropertySymbol>()).Where(IsCandidate))
        {
            if (!byName.ContainsKey(property.Name))
            {
                order.Add(property.Name);
            }

            byName[property.Name] = property;
        }

        return order.Select(n => byName[n]);
    }

    private static bool IsCandidate(IPropertySymbol property) =>
        property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public };

    private static bool IsWritten(IPropertySymbol property) =>
        property is { GetMethod: not null, SetMethod.DeclaredAccessibility: Accessibility.Public }
        && !property.Has(KnownNames.JsonExtensionData)
        && !IsIgnored(property);

    /// <summary>Whether JSON never has the property.</summary>
    public static bool IsIgnored(IPropertySymbol property) =>
        property.Attribute(KnownNames.JsonIgnore) is { } ignore && (ignore.Named<int?>("Condition") ?? IgnoreAlways) == IgnoreAlways;
}
