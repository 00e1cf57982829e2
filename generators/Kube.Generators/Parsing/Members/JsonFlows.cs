using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing.Members;

/// <summary>Tells what JSON has to do with the members of one type.</summary>
internal sealed class JsonFlows(INamedTypeSymbol owner, ParseContext context)
{
    private const int Always = 1;
    private const int WhenWritingNull = 3;
    private const int WhenWriting = 4;
    private const int WhenReading = 5;
    private const int Populate = 1;

    private readonly IMethodSymbol? _constructor = JsonConstructors.Of(owner, context);

    public TypeMember Member(ISymbol symbol) => symbol switch
    {
        IPropertySymbol property => Property(property),
        IFieldSymbol field => Field(field),
        _ => throw new InvalidOperationException($"{symbol.Name} is neither a property nor a field."),
    };

    /// <summary>Whether JSON never has the member.</summary>
    public static bool IsIgnored(ISymbol symbol) => ConditionOf(symbol) == Always;

    private TypeMember Property(IPropertySymbol property)
    {
        var isIncluded = property.Has(KnownNames.JsonInclude);
        var (canGet, canSet) = (IsUsable(property.GetMethod, isIncluded), IsUsable(property.SetMethod, isIncluded));
        var parameter = ParameterOf(property, property.Type);
        var flow = IsIgnored(property) ? JsonFlow.None
            : isIncluded && !IsIncludable(property, parameter) ? JsonFlow.Unreachable
            : !canGet && !canSet ? JsonFlow.None
            : ConditionOf(property) is WhenWriting or WhenReading ? JsonFlow.Stated
            : !canGet ? JsonFlow.ReadOnly
            : canSet || parameter is not null || IsPopulated(property) ? JsonFlow.Both
            : context.Json.IgnoresReadOnlyProperties ? JsonFlow.None
            : JsonFlow.WrittenOnly;
        return new(property, property.Type)
        {
            Flow = flow,
            Parameter = parameter,
            CanGet = canGet,
            CanSet = canSet,
        };
    }

    private TypeMember Field(IFieldSymbol field)
    {
        var isIncluded = field.Has(KnownNames.JsonInclude);
        var isMember = isIncluded || (context.Json.IncludesFields && field.DeclaredAccessibility == Accessibility.Public);
        var parameter = isMember ? ParameterOf(field, field.Type) : null;
        var flow = !isMember || IsIgnored(field) ? JsonFlow.None
            : !context.CanReach(field) || (isIncluded && field.IsReadOnly) ? JsonFlow.Unreachable
            : ConditionOf(field) is WhenWriting or WhenReading ? JsonFlow.Stated
            : !field.IsReadOnly || parameter is not null ? JsonFlow.Both
            : context.Json.IgnoresReadOnlyFields ? JsonFlow.None
            : JsonFlow.WrittenOnly;
        return new(field, field.Type)
        {
            Flow = flow,
            Parameter = parameter,
            CanGet = context.CanReach(field),
            CanSet = context.CanReach(field) && !field.IsReadOnly,
        };
    }

    private bool IsUsable(IMethodSymbol? accessor, bool isIncluded) =>
        accessor is not null && (accessor.DeclaredAccessibility == Accessibility.Public || (isIncluded && context.CanReach(accessor)));

    /// <summary>Whether the serializer's code can do with a <c>[JsonInclude]</c> property what it does, which is both ways, whatever is there.</summary>
    private bool IsIncludable(IPropertySymbol property, IParameterSymbol? parameter) =>
        property.GetMethod is { } get && context.CanReach(get) && (property.SetMethod is { } set ? context.CanReach(set) : parameter is not null);

    private IParameterSymbol? ParameterOf(ISymbol member, ITypeSymbol type) => _constructor?.Parameters.FirstOrDefault(
        p => string.Equals(p.Name, member.Name, StringComparison.OrdinalIgnoreCase) && SymbolEqualityComparer.Default.Equals(p.Type, type));

    /// <summary>Whether reading fills what the property begins with.</summary>
    private bool IsPopulated(IPropertySymbol property)
    {
        var handling = property.Attribute(KnownNames.JsonObjectCreationHandling) ?? owner.Attribute(KnownNames.JsonObjectCreationHandling);
        var isAsked = handling is null ? context.Json.Populates : handling.Argument(0) is Populate;
        return isAsked && property.Type is INamedTypeSymbol type && Collections.CanFill(type);
    }

    /// <summary>Whether a member that is never null is to be left out when it is, at which the serializer throws.</summary>
    public static bool IsNeverNull(TypeMember member) => member.Flow is not JsonFlow.None && ConditionOf(member.Symbol) == WhenWritingNull
        && member.Type is { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T };

    private static int? ConditionOf(ISymbol symbol) =>
        symbol.Attribute(KnownNames.JsonIgnore) is { } ignore ? ignore.Named<int?>("Condition") ?? Always : null;
}
