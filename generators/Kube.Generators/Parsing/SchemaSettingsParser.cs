using System.Globalization;
using Kube.Generators.Model;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kube.Generators.Parsing;

/// <summary>Reads the properties of the build that schemas depend on.</summary>
internal static class SchemaSettingsParser
{
    private const string LongestDescription = "build_property.CrdMaxDescriptionLength";

    public static SchemaSettings Parse(AnalyzerConfigOptionsProvider options) =>
        !options.GlobalOptions.TryGetValue(LongestDescription, out var text) || text.Length == 0 ? SchemaSettings.Default
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? new(length, null)
            : new(null, text);
}
