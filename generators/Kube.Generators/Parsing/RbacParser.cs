using Kube.Generators.Diagnostics;
using Kube.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing;

/// <summary>Reads the attributes that say which rights the code beside them needs.</summary>
internal static class RbacParser
{
    /// <summary>Reads the attributes of one form beside one declaration.</summary>
    public static ParsedRbac Parse(GeneratorAttributeSyntaxContext syntax, CancellationToken cancellationToken)
    {
        // Parts of a class in several files, and attributes of the assembly, need the file to be told apart.
        var owner = $"{syntax.TargetSymbol.FullName()}@{syntax.TargetNode.SyntaxTree.FilePath}";
        var context = new ParseContext(owner, cancellationToken) { Compilation = syntax.SemanticModel.Compilation };
        var rules = syntax.Attributes.Select((a, i) => Parse(a, $"{owner}#{a.AttributeClass?.MetadataName}{i}", context)).OfType<RbacRule>()
            .ToEquatableArray();
        var parsed = context.Finish(null);
        return new(rules, parsed.Locations, parsed.Problems);
    }

    private static RbacRule? Parse(AttributeData attribute, string target, ParseContext context)
    {
        context.Locate(target, attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).GetLocation());
        var rule = attribute.AttributeClass is { TypeArguments: [var kind] } ? ParseKind(attribute, kind, target, context) : ParseFree(attribute);
        return rule is null ? null : rule with { Namespace = attribute.Named<string>("Namespace"), Target = target };
    }

    private static RbacRule? ParseKind(AttributeData attribute, ITypeSymbol kind, string target, ParseContext context)
    {
        if (kind.Attribute(KnownNames.KubernetesEntity) is not { } entity || entity.Named<string>("PluralName") is not { Length: > 0 } plural)
        {
            context.Report(DiagnosticIds.RbacNoKind, target, kind.Name);
            return null;
        }

        var resource = attribute.Named<string>("Subresource") is { Length: > 0 } subresource ? $"{plural}/{subresource}" : plural;
        return new(
            new([entity.Named<string>("Group") ?? ""]), new([resource]), Texts(attribute, "ResourceNames"), default, VerbsOf(attribute));
    }

    private static RbacRule ParseFree(AttributeData attribute) => new(
        attribute.NamedTexts("Groups").Select(g => g == "core" ? "" : g).ToEquatableArray(),
        Texts(attribute, "Resources"),
        Texts(attribute, "ResourceNames"),
        Texts(attribute, "Urls"),
        VerbsOf(attribute));

    private static EquatableArray<string> Texts(AttributeData attribute, string name) => attribute.NamedTexts(name).ToEquatableArray();

    private static EquatableArray<string> VerbsOf(AttributeData attribute) =>
        attribute.Arguments(0).Select(v => v.Value).OfType<string>().ToEquatableArray();
}
