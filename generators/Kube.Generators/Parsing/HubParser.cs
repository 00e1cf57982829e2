using Kube.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing;

/// <summary>Reads <c>[ConversionHub]</c> of a version, and <c>[HubField]</c> and <c>[NotInHub]</c> of properties.</summary>
internal static class HubParser
{
    private static readonly string[] s_generated = ["Conversion", "HubConversion"];

    /// <summary>The hub; null when the class names none.</summary>
    public static HubModel? Parse(INamedTypeSymbol kind, ParseContext context)
    {
        var attribute = kind.GetAttributes().FirstOrDefault(a => a.AttributeClass?.GenericName() == KnownNames.ConversionHub);
        if (attribute?.AttributeClass!.TypeArguments.FirstOrDefault() is not INamedTypeSymbol { TypeKind: not TypeKind.Error } hub)
        {
            return null;
        }

        var target = $"{context.Root}#hub";
        context.Locate(target, attribute);
        return new(hub.FullName(), TypeNames.Of(hub))
        {
            Mapping = attribute.Argument(0) is INamedTypeSymbol { TypeKind: not TypeKind.Error } mapping ? MappingOf(mapping, kind, hub, context) : null,
            Annotation = attribute.Named<string>("Annotation"),
            TakenName = s_generated.FirstOrDefault(name => !kind.GetMembers(name).IsEmpty),
            Target = target,
        };
    }

    /// <summary>What a property says of its place in the hub; null for nothing.</summary>
    public static HubFieldModel? ParseMember(ISymbol member)
    {
        var attributes = AttributeInheritance.OfMember(member);
        var field = attributes.FirstOrDefault(a => a.AttributeClass?.FullName() == KnownNames.HubField);
        var isAbsent = attributes.Any(a => a.AttributeClass?.FullName() == KnownNames.NotInHub);
        return field is null && !isAbsent ? null : new(field is null ? null : field.Argument(0) as string ?? "", isAbsent);
    }

    private static MappingModel MappingOf(INamedTypeSymbol mapping, INamedTypeSymbol spoke, INamedTypeSymbol hub, ParseContext context)
    {
        var missing = new[] { (Name: "ToHub", From: spoke, To: hub, Parameter: "spoke"), (Name: "FromHub", From: hub, To: spoke, Parameter: "hub") }
            .Where(wanted => mapping.IsUnboundGenericType || mapping.IsFileLocal
                || !mapping.GetMembers(wanted.Name).OfType<IMethodSymbol>().Any(m => Maps(m, wanted.From, wanted.To) && context.CanReach(m)))
            .Select(wanted => $"static {wanted.To.FullName()} {wanted.Name}({wanted.From.FullName()} {wanted.Parameter})");
        return new(mapping.FullName(), TypeNames.Of(mapping), missing.ToEquatableArray());
    }

    private static bool Maps(IMethodSymbol method, ITypeSymbol from, ITypeSymbol to) =>
        method is { IsStatic: true, IsAbstract: false, IsGenericMethod: false, RefKind: RefKind.None, Parameters: [{ RefKind: RefKind.None } parameter] }
        && method.ReturnNullableAnnotation != NullableAnnotation.Annotated
        && SymbolEqualityComparer.Default.Equals(parameter.Type, from)
        && SymbolEqualityComparer.Default.Equals(method.ReturnType, to);
}
