using Kube.Generators.Diagnostics;
using Kube.Generators.Emission;
using Kube.Generators.Model;
using Kube.Generators.Parsing;
using Kube.Generators.Schema.Files;
using Kube.Generators.Schema.Rbac;
using Microsoft.CodeAnalysis;

namespace Kube.Generators;

/// <summary>The pipeline of rights: attributes anywhere in the assembly become its roles.</summary>
internal static class RbacPipeline
{
    private const string RoleName = "build_property.RbacRoleName";

    public static void Register(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<DefinitionFile> files,
        IncrementalValueProvider<FileSettings> settings)
    {
        var parsed = Parse(context, KnownNames.Rbac).Collect().Combine(Parse(context, KnownNames.RbacOfKind).Collect())
            .Select((p, _) => p.Left.Concat(p.Right).ToEquatableArray());
        var name = context.AnalyzerConfigOptionsProvider.Combine(context.CompilationProvider.Select((c, _) => c.AssemblyName ?? ""))
            .Select((p, _) => p.Left.GlobalOptions.TryGetValue(RoleName, out var set) && set.Length > 0 ? set : p.Right.ToLowerInvariant());
        var roles = parsed.Combine(name).Select((p, _) => RoleBuilder.Build(p.Left.SelectMany(r => r.Rules), p.Right))
            .WithTrackingName(TrackingNames.Roles);
        var stale = roles.Combine(files.Collect()).Combine(settings)
            .Select((all, _) => StaleFileCheck.Check(all.Left.Left, [.. all.Left.Right], all.Right).ToEquatableArray());

        context.RegisterSourceOutput(roles, RolePrinter.Print);
        context.RegisterSourceOutput(
            parsed.Combine(roles).Combine(stale), (output, all) => Report(output, all.Left.Left, all.Left.Right, all.Right));
    }

    private static IncrementalValuesProvider<ParsedRbac> Parse(IncrementalGeneratorInitializationContext context, string attribute) =>
        context.SyntaxProvider.ForAttributeWithMetadataName(attribute, (_, _) => true, RbacParser.Parse);

    private static void Report(
        SourceProductionContext output, EquatableArray<ParsedRbac> parsed, RbacRoles roles, EquatableArray<FileProblem> stale)
    {
        var locations = parsed.SelectMany(p => p.Locations).GroupBy(l => l.Target).ToDictionary(g => g.Key, g => g.First());
        foreach (var problem in parsed.SelectMany(p => p.Problems).Concat(roles.Problems))
        {
            output.ReportDiagnostic(DescriptorTable.ToDiagnostic(problem, locations));
        }

        FileChecks.Report(output, locations.Values, stale);
    }
}
