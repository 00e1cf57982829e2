using System.Text.RegularExpressions;
using Kube.Generators.Diagnostics;
using Kube.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing;

/// <summary>Reads the names of a kind and refuses those that the API server would refuse.</summary>
internal static class IdentityParser
{
    private const int ClusterScope = 1;
    private static readonly Regex s_label = new("^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$", RegexOptions.CultureInvariant);
    private static readonly Regex s_kind = new("^[A-Z][A-Za-z0-9]{0,62}$", RegexOptions.CultureInvariant);
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

        var kindName = entity.Named<string>("Kind") ?? "";
        var identity = new IdentityModel(
            entity.Named<string>("Group") ?? "",
            entity.Named<string>("ApiVersion") ?? "",
            kindName,
            entity.Named<string>("PluralName") ?? "")
        {
            Singular = customResource.Named<string>("Singular") ?? kindName.ToLowerInvariant(),
            ShortNames = customResource.NamedTexts("ShortNames").ToEquatableArray(),
            Categories = customResource.NamedTexts("Categories").ToEquatableArray(),
            IsNamespaced = customResource.Named<int>("Scope") != ClusterScope,
        };
        return IsValid(identity, context) ? identity : null;
    }

    private static bool IsValid(IdentityModel identity, ParseContext context)
    {
        var isValid = true;
        Check(s_group.IsMatch(identity.Group), "Group", identity.Group, "is a DNS name with a dot, such as example.com");
        Check(s_label.IsMatch(identity.Version), "ApiVersion", identity.Version, "is a DNS label without the group, such as v1");
        Check(s_kind.IsMatch(identity.Kind), "Kind", identity.Kind, "is an upper camel case word of at most 63 letters and digits");
        CheckLabel("PluralName", identity.Plural);
        CheckLabel("Singular", identity.Singular);
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
