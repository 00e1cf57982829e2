using System.Text.RegularExpressions;
using Kube.Generators.Diagnostics;
using Kube.Generators.Model;
using Kube.Generators.Schema.Definitions;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing;

/// <summary>Reads the names of a kind and refuses those that the API server would refuse.</summary>
internal static class IdentityParser
{
    private const int ClusterScope = 1;
    private static readonly Regex s_label = new("^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$", RegexOptions.CultureInvariant);
    private static readonly Regex s_kind = new("^[A-Z][A-Za-z0-9]{0,58}$", RegexOptions.CultureInvariant);
    private static readonly Regex s_group = new(
        @"^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)+$", RegexOptions.CultureInvariant);

    /// <summary>The identity; null after a problem was reported.</summary>
    public static IdentityModel? Parse(INamedTypeSymbol kind, AttributeData customResource, ParseContext context)
    {
        if (kind.Attribute(KnownNames.KubernetesEntity) is not { } entity)
        {
            context.Report(DiagnosticIds.NoEntity, context.Root, kind.Name);
            return null;
        }

        var kindName = TextOf(entity, "Kind") ?? kind.Name;
        var identity = new IdentityModel(
            TextOf(entity, "Group") ?? GroupOf(kind.ContainingAssembly),
            TextOf(entity, "ApiVersion") ?? "",
            kindName,
            TextOf(entity, "PluralName") ?? PluralOf(kindName, context))
        {
            Singular = customResource.Named<string>("Singular") ?? kindName.ToLowerInvariant(),
            ShortNames = customResource.NamedTexts("ShortNames").ToEquatableArray(),
            Categories = customResource.NamedTexts("Categories").ToEquatableArray(),
            IsNamespaced = customResource.Named<int>("Scope") != ClusterScope,
        };
        return IsValid(identity, context) ? identity : null;
    }

    /// <summary>A text that is set; an empty one counts as none.</summary>
    private static string? TextOf(AttributeData entity, string name) => entity.Named<string>(name) is { Length: > 0 } text ? text : null;

    private static string GroupOf(IAssemblySymbol assembly) =>
        assembly.Attribute(KnownNames.DefaultGroup)?.Argument(0) as string ?? "";

    private static string PluralOf(string kind, ParseContext context)
    {
        var (plural, isRegular) = EnglishPlural.Of(kind);
        var problem = Problem.Of(isRegular ? DiagnosticIds.GuessedPlural : DiagnosticIds.DoubtfulPlural, context.Root, kind, plural);
        context.Report(problem with { Properties = new([new(DiagnosticProperties.Replacement, plural)]) });
        return plural;
    }

    private static bool IsValid(IdentityModel identity, ParseContext context)
    {
        var isValid = true;
        Check(s_group.IsMatch(identity.Group), "Group", identity.Group, "is a DNS name with a dot, such as example.com");
        Check(s_label.IsMatch(identity.Version), "ApiVersion", identity.Version, "is a DNS label without the group, such as v1");
        Check(s_kind.IsMatch(identity.Kind), "Kind", identity.Kind, "is an upper camel case word of at most 59 letters and digits, since the list is called the same with 'List' behind it");
        var isKnown = VersionOrder.IsKubernetesLike(identity.Version);
        if (!isKnown && s_label.IsMatch(identity.Version))
        {
            context.Report(DiagnosticIds.UnorderedVersion, context.Root, identity.Version);
        }

        CheckLabel("PluralName", identity.Plural);
        CheckLabel("Singular", identity.Singular);
        var length = identity.Plural.Length + 1 + identity.Group.Length;
        Check(length <= 253, "PluralName", identity.Plural, "makes 'plural.group', the name of the definition, longer than 253 characters");
        Check(identity.Plural != identity.Singular, "PluralName", identity.Plural, "differs from the singular name");
        foreach (var name in identity.ShortNames)
        {
            CheckLabel("ShortNames", name);
            Check(name != identity.Plural && name != identity.Singular, "ShortNames", name, "differs from the plural and singular names");
        }

        foreach (var name in identity.Categories)
        {
            CheckLabel("Categories", name);
        }

        return isValid;

        void CheckLabel(string what, string value) =>
            Check(s_label.IsMatch(value), what, value, "is a DNS label: lower-case letters, digits and hyphens, at most 63");

        void Check(bool condition, string what, string value, string rule)
        {
            if (!condition)
            {
                context.Report(DiagnosticIds.BadName, context.Root, what, value, rule);
                isValid = false;
            }
        }
    }
}
