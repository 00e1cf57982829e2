using System.Globalization;
using Kube.Generators.Model;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kube.Generators.Parsing;

/// <summary>Reads the properties of the build that schemas depend on.</summary>
internal static class SchemaSettingsParser
{
    private const string LongestDescription = "build_property.CrdMaxDescriptionLength";

    private const string AllowFloats = "build_property.CrdAllowFloats";

    public static SchemaSettings Parse(AnalyzerConfigOptionsProvider options) => ParseLength(options) with
    {
        AllowsFractions = options.GlobalOptions.TryGetValue(AllowFloats, out var text) && bool.TryParse(text, out var isAllowed) && isAllowed,
    };

    private static SchemaSettings ParseLength(AnalyzerConfigOptionsProvider options) =>
        !options.GlobalOptions.TryGetValue(LongestDescription, out var text) || text.Length == 0 ? SchemaSettings.Default
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? new(length, null)
            : new(null, text);
}
