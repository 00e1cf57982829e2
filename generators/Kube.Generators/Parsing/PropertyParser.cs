using Kube.Generators.Diagnostics;
using Kube.Generators.Model;
using Kube.Generators.Parsing.Documentation;
using Kube.Generators.Parsing.Members;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing;

/// <summary>Reads the properties of an object: those that System.Text.Json reads and writes.</summary>
internal sealed class PropertyParser(TypeParser types, ParseContext context)
{
    /// <summary>The properties of a type and its bases, base first.</summary>
    public EquatableArray<PropertyModel> Parse(INamedTypeSymbol type, string typeId)
    {
        var members = TypeMembers.Of(type, context);
        var properties = new List<PropertyModel>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in members)
        {
            context.Locate($"{typeId}.{member.Name}", member.Symbol.Locations.FirstOrDefault());
        }

        MemberCheck.Report(type, typeId, members, context);
        foreach (var member in members.Where(m => m.IsInSchema))
        {
            var target = $"{typeId}.{member.Name}";
            CelRuleParser.Locate(AttributeInheritance.OfMember(member.Symbol), target, context);
            if (types.ParseMember(member, target) is not { } model)
            {
                continue;
            }

            var property = ParseProperty(member, model, target);
            if (names.TryGetValue(property.JsonName, out var other))
            {
                context.Report(DiagnosticIds.DuplicateJsonName, target, member.Name, other, property.JsonName);
                continue;
            }

            names.Add(property.JsonName, member.Name);
            properties.Add(property);
        }

        return properties.ToEquatableArray();
    }

    private PropertyModel ParseProperty(TypeMember member, TypeModel type, string target)
    {
        var documentation = DocumentationParser.Parse(member.Symbol, context);
        var validation = documentation.AddTo(ValidationParser.ParseMember(member.Symbol));
        var beginning = PropertyBeginning.Of(member, target, context);
        return new(member.Name, member.JsonName, type)
        {
            Target = target,
            Initialiser = beginning.Initialiser,
            OmittedValue = beginning.OmittedValue,
            Description = documentation.Text,
            Hub = HubParser.ParseMember(member.Symbol),
            Validation = validation with
            {
                IsRequired = validation.IsRequired || beginning.IsRequired,
            },
        };
    }
}
