using Kube.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing;

/// <summary>Reads which breaking changes of a kind are meant.</summary>
internal static class AllowedChangeParser
{
    public static EquatableArray<AllowedChangeModel> Parse(INamedTypeSymbol kind, ParseContext context) =>
        kind.Attributes(KnownNames.AllowBreakingChange).Select((a, i) => Parse(a, $"{context.Root}#allowed{i}", context)).ToEquatableArray();

    private static AllowedChangeModel Parse(AttributeData attribute, string target, ParseContext context)
    {
        context.Locate(target, attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).GetLocation());
        return new(attribute.Argument(0) as string ?? "", attribute.Named<string>("Justification"), target);
    }
}
