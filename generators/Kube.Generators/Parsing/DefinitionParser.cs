using System.Globalization;
using Kube.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing;

/// <summary>Reads what the attributes of a kind and of its assembly say about the definition as a whole.</summary>
internal static class DefinitionParser
{
    private const string AssemblyConversion = "assembly#conversion";
    private const int DefaultPort = 443;

    public static DefinitionModel Parse(INamedTypeSymbol kind, ParseContext context) => new()
    {
        Annotations = EntriesOf(kind, KnownNames.DefinitionAnnotation, "annotation", context),
        Labels = EntriesOf(kind, KnownNames.DefinitionLabel, "label", context),
        Conversion = ConversionOf(kind, $"{context.Root}#conversion", isAssembly: false, context)
            ?? ConversionOf(kind.ContainingAssembly, AssemblyConversion, isAssembly: true, context),
    };

    /// <summary><c>[Obsolete]</c> on the kind; null when it is not there.</summary>
    public static DeprecationModel? Deprecation(INamedTypeSymbol kind) =>
        kind.Attribute(KnownNames.Obsolete) is { } obsolete ? new(obsolete.Argument(0) as string) : null;

    private static EquatableArray<EntryModel> EntriesOf(INamedTypeSymbol kind, string attributeName, string what, ParseContext context)
    {
        var entries = new List<EntryModel>();
        foreach (var attribute in kind.Attributes(attributeName))
        {
            var target = $"{context.Root}#{what}{entries.Count.ToString(CultureInfo.InvariantCulture)}";
            context.Locate(target, attribute);
            entries.Add(new(attribute.Argument(0) as string ?? "", attribute.Argument(1) as string ?? "", target));
        }

        return entries.ToEquatableArray();
    }

    private static ConversionModel? ConversionOf(ISymbol owner, string target, bool isAssembly, ParseContext context)
    {
        if (owner.Attribute(KnownNames.ConversionWebhook) is not { } attribute)
        {
            return null;
        }

        context.Locate(target, attribute);
        var isSet = attribute.NamedArguments.Any(a => a.Key == "ConversionReviewVersions");
        return new()
        {
            ServiceNamespace = attribute.Named<string>("ServiceNamespace"),
            ServiceName = attribute.Named<string>("ServiceName"),
            Path = attribute.Named<string>("Path"),
            Port = attribute.Named<int?>("Port") ?? DefaultPort,
            Url = attribute.Named<string>("Url"),
            CaBundle = attribute.Named<string>("CaBundle"),
            ReviewVersions = (isSet ? attribute.NamedTexts("ConversionReviewVersions") : ["v1"]).ToEquatableArray(),
            IsOfAssembly = isAssembly,
            Target = target,
        };
    }
}
