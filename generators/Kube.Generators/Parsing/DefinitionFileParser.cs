using Kube.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kube.Generators.Parsing;

/// <summary>Reads what the build hands over: files with the metadata <c>CustomResourceFile</c>, and properties.</summary>
internal static class DefinitionFileParser
{
    private const string Role = "build_metadata.AdditionalFiles.CustomResourceFile";
    private const string Output = "build_property.CustomResourceOutput";
    private const string ContinuousIntegration = "build_property.ContinuousIntegrationBuild";

    /// <summary>The file; null when it is none of ours.</summary>
    public static DefinitionFile? Parse(AdditionalText text, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        FileRole? role = options.GetOptions(text).TryGetValue(Role, out var value)
            ? value switch
            {
                "current" => FileRole.Current,
                "released" => FileRole.Released,
                "rbac" => FileRole.Rbac,
                "header" => FileRole.Header,
                _ => null,
            }
            : null;
        return role is { } known ? new(known, text.Path, text.GetText(cancellationToken)?.ToString() ?? "") : null;
    }

    public static FileSettings ParseSettings(AnalyzerConfigOptionsProvider options) =>
        new(IsTrue(options.GlobalOptions, Output), IsTrue(options.GlobalOptions, ContinuousIntegration));

    private static bool IsTrue(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue(name, out var value) && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}
