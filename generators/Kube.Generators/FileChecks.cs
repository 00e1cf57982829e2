using Kube.Generators.Diagnostics;
using Kube.Generators.Model;
using Kube.Generators.Parsing;
using Kube.Generators.Schema.Baseline;
using Kube.Generators.Schema.Definitions;
using Kube.Generators.Schema.Files;
using Microsoft.CodeAnalysis;

namespace Kube.Generators;

/// <summary>The second half of the pipeline: compares the definitions with the files that the build keeps of them.</summary>
internal static class FileChecks
{
    /// <summary>The files that the build hands over.</summary>
    public static IncrementalValuesProvider<DefinitionFile> Files(IncrementalGeneratorInitializationContext context) =>
        context.AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider)
            .Select((f, stop) => DefinitionFileParser.Parse(f.Left, f.Right, stop)).Where(f => f is not null).Select((f, _) => f!)
            .WithTrackingName(TrackingNames.Files);

    /// <summary>What the build says about files.</summary>
    public static IncrementalValueProvider<FileSettings> Settings(IncrementalGeneratorInitializationContext context) =>
        context.AnalyzerConfigOptionsProvider.Select((o, _) => DefinitionFileParser.ParseSettings(o));

    public static void Register(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<DefinitionFile> files,
        IncrementalValueProvider<FileSettings> settings,
        IncrementalValuesProvider<ParsedResource> parsed,
        IncrementalValuesProvider<ResourceModel> resources,
        IncrementalValuesProvider<Definition> definitions)
    {
        var problems = definitions.Collect().Combine(resources.Collect()).Combine(files.Collect()).Combine(settings)
            .Select((all, _) => Check([.. all.Left.Left.Left], [.. all.Left.Left.Right], [.. all.Left.Right], all.Right))
            .WithTrackingName(TrackingNames.FileProblems);

        context.RegisterSourceOutput(
            parsed.Collect().Combine(problems), (output, all) => Report(output, all.Left.SelectMany(p => p.Locations), all.Right));
    }

    /// <summary>Shows problems in their file, else at the code that they are about, else at the class around it.</summary>
    public static void Report(SourceProductionContext output, IEnumerable<TargetLocation> locations, EquatableArray<FileProblem> problems)
    {
        if (problems.Count == 0)
        {
            return;
        }

        var byTarget = locations.GroupBy(l => l.Target).ToDictionary(g => g.Key, g => g.First());
        foreach (var (problem, place, kind) in problems)
        {
            var known = place ?? (byTarget.TryGetValue(problem.Target, out var target) ? target
                : byTarget.TryGetValue(kind, out target) ? target : null);
            var at = known is null ? [] : new Dictionary<string, TargetLocation> { [problem.Target] = known };
            output.ReportDiagnostic(DescriptorTable.ToDiagnostic(problem, at));
        }
    }

    private static EquatableArray<FileProblem> Check(
        IReadOnlyList<Definition> definitions, IReadOnlyList<ResourceModel> resources, IReadOnlyList<DefinitionFile> files, FileSettings settings) =>
        definitions.SelectMany(SizeCheck.Check)
            .Concat(definitions.SelectMany(d => StaleFileCheck.Check(d, files, settings)))
            .Concat(BaselineCheck.Check(definitions, resources, files))
            .ToEquatableArray();
}
