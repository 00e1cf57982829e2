using Kube.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing;

/// <summary>Reads the attributes that carry validation. Says what is written, not whether it makes sense.</summary>
internal static class ValidationParser
{
    private const string DefaultImmutableMessage = "the field is immutable";
    private static readonly string[] s_listKinds = ["atomic", "set", "map"];

    /// <summary>What the attributes of a type say.</summary>
    /// <param name="type">The type.</param>
    /// <param name="until">A base that speaks for itself; null for none.</param>
    public static ValidationModel ParseType(INamedTypeSymbol type, INamedTypeSymbol? until = null)
    {
        var attributes = AttributeInheritance.OfType(type, until);
        var own = new ValidationModel
        {
            IsAtomic = type.Has(KnownNames.Atomic),
            PreservesUnknownFields = attributes.Any(a => a.AttributeClass?.FullName() == KnownNames.PreserveUnknownFields) || HasExtensionData(type),
            Rules = attributes.Where(a => a.AttributeClass?.FullName() == KnownNames.CelRule).Select(CelRuleParser.Parse).ToEquatableArray(),
        };
        return ConstraintParser.AddAll(own, type, attributes);
    }

    /// <summary>What the attributes of a property or field say.</summary>
    public static ValidationModel ParseMember(ISymbol member)
    {
        var result = new ValidationModel();
        foreach (var attribute in AttributeInheritance.OfMember(member))
        {
            result = Add(result, attribute);
        }

        return result;
    }

    private static bool HasExtensionData(INamedTypeSymbol type) =>
        type.GetMembers().Any(m => m.Has(KnownNames.JsonExtensionData)) || (type.BaseType is { } parent && HasExtensionData(parent));

    private static ValidationModel Add(ValidationModel model, AttributeData attribute) => attribute.AttributeClass?.FullName() switch
    {
        KnownNames.Required => model with { IsRequired = true },
        KnownNames.Nullable => model with { IsNullable = true },
        KnownNames.Scale => model with { IsScale = true },
        KnownNames.Atomic => model with { IsAtomic = true },
        KnownNames.PreserveUnknownFields => model with { PreservesUnknownFields = true },
        KnownNames.Default => model with { Default = attribute.Argument(0) as string ?? "" },
        KnownNames.AllowedValues => model with { AllowedValues = AttributeValues.Json(attribute.Arguments(0)) },
        KnownNames.Minimum => model with { Minimum = BoundOf(attribute, 0, "IsExclusive") },
        KnownNames.Maximum => model with { Maximum = BoundOf(attribute, 0, "IsExclusive") },
        KnownNames.Range => AddRange(model, attribute),
        KnownNames.MinLength or KnownNames.MaxLength or KnownNames.Length or KnownNames.StringLength or KnownNames.MinItems or KnownNames.MaxItems
            or KnownNames.MinProperties or KnownNames.MaxProperties => model with { Length = LengthParser.Add(model.Length, attribute) },
        KnownNames.RegularExpression => model with { Pattern = attribute.Argument(0) as string ?? "" },
        KnownNames.ListType => model with { ListTopology = TopologyOf(attribute) },
        KnownNames.CelRule => model with { Rules = CelRuleParser.Add(model.Rules, attribute) },
        KnownNames.Immutable => model with { ImmutableMessage = attribute.Named<string>("Message") ?? DefaultImmutableMessage },
        _ => ConstraintParser.Add(model, attribute),
    };

    private static ValidationModel AddRange(ValidationModel model, AttributeData attribute)
    {
        // Range(typeof(long), "1", "9") has its bounds one place later.
        var first = attribute.Argument(0) is ITypeSymbol ? 1 : 0;
        return model with
        {
            Minimum = BoundOf(attribute, first, "MinimumIsExclusive"),
            Maximum = BoundOf(attribute, first + 1, "MaximumIsExclusive"),
        };
    }

    /// <summary>The bound; null for the largest numbers, which .NET code writes for "none".</summary>
    private static BoundModel? BoundOf(AttributeData attribute, int index, string exclusive)
    {
        var isExclusive = attribute.Named<bool>(exclusive);
        return attribute.Argument(index) is double and (>= double.MaxValue or <= double.MinValue) || (attribute.Argument(index) is long.MaxValue && !isExclusive)
            ? null
            : new(AttributeValues.Number(attribute.Argument(index)), isExclusive);
    }

    private static ListTopologyModel TopologyOf(AttributeData attribute) =>
        new(s_listKinds[attribute.Argument(0) is int kind and >= 0 and < 3 ? kind : 0],
            attribute.Arguments(1).Select(k => k.Value as string ?? "").ToEquatableArray());
}
