using Kube.Generators.Diagnostics;
using Kube.Generators.Emission;
using Kube.Generators.Model;
using Kube.Generators.Parsing;
using Kube.Generators.Schema;
using Kube.Generators.Schema.Conversion;
using Kube.Generators.Schema.Definitions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kube.Generators;

/// <summary>
/// Makes a CustomResourceDefinition and a typed client of every class with <c>[CustomResource]</c>. This file is the table of contents:
/// Parsing reads symbols into models, Schema turns models into schemas, Emission prints them.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class CustomResourceGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var parsed = context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownNames.CustomResource, (node, _) => node is TypeDeclarationSyntax, ResourceParser.Parse)
            .WithTrackingName(TrackingNames.Parsed);
        var resources = parsed.Select((p, _) => p.Resource).Where(r => r is not null).Select((r, _) => r!)
            .WithTrackingName(TrackingNames.Resources);
        var schemaSettings = context.AnalyzerConfigOptionsProvider.Select((o, _) => SchemaSettingsParser.Parse(o));
        var versions = resources.Combine(schemaSettings).Select((r, _) => VersionBuilder.Build(r.Left, r.Right))
            .WithTrackingName(TrackingNames.Versions);
        var definitions = versions.Collect().SelectMany((v, _) => DefinitionBuilder.Build(v))
            .WithTrackingName(TrackingNames.Definitions);
        var spokes = resources.Collect().SelectMany((r, _) => SpokeBuilder.Build(r)).WithTrackingName(TrackingNames.Spokes);

        var clients = resources.Select((r, _) => ClientModels.Of(r)).WithTrackingName(TrackingNames.Clients);
        var shapes = resources.SelectMany((r, _) => r.Shapes).Collect().SelectMany((s, _) => ShapeNames.Distinct(s))
            .WithTrackingName(TrackingNames.Shapes);

        context.RegisterSourceOutput(clients, ResourceTypePrinter.Print);
        context.RegisterSourceOutput(clients, ClientPrinter.Print);
        context.RegisterSourceOutput(clients, FieldsPrinter.Print);
        context.RegisterSourceOutput(shapes, ApplyPrinter.Print);
        context.RegisterSourceOutput(shapes, ContentPrinter.Print);
        context.RegisterSourceOutput(shapes.Where(s => s.IsKubernetes).Collect(), ContentPrinter.PrintKubernetes);
        var registration = context.CompilationProvider.Select((c, _) => RegistrationParser.Parse(c)).WithTrackingName(TrackingNames.Registration);
        context.RegisterSourceOutput(clients.Collect().Combine(registration), RegistrationPrinter.Print);
        context.RegisterSourceOutput(spokes, ConversionPrinter.Print);
        context.RegisterSourceOutput(definitions, DefinitionPrinter.Print);
        var (files, settings) = (FileChecks.Files(context), FileChecks.Settings(context));
        FileChecks.Register(context, files, settings, parsed, resources, definitions);
        RbacPipeline.Register(context, files, settings);
        var problems = versions.Select((v, _) => v.Problems).Collect().Combine(definitions.Select((d, _) => d.Problems).Collect())
            .Combine(spokes.Select((s, _) => s.Problems).Collect());
        context.RegisterSourceOutput(
            parsed.Collect().Combine(problems),
            (output, all) => Report(output, all.Left, all.Right.Left.Left.Concat(all.Right.Left.Right).Concat(all.Right.Right).SelectMany(p => p)));
    }

    private static void Report(SourceProductionContext output, IEnumerable<ParsedResource> parsed, IEnumerable<Problem> schemaProblems)
    {
        var locations = parsed.SelectMany(p => p.Locations).GroupBy(l => l.Target).ToDictionary(g => g.Key, g => g.First());
        foreach (var problem in parsed.SelectMany(p => p.Problems).Concat(schemaProblems).Distinct())
        {
            output.ReportDiagnostic(DescriptorTable.ToDiagnostic(problem, locations));
        }
    }
}
