using System.Collections.Immutable;
using Kube.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Diagnostics;

/// <summary>All diagnostics by id, and how a <see cref="Problem"/> becomes one.</summary>
internal static class DescriptorTable
{
    public const string Category = "Kube.CustomResources";
    public const string Help = "docs/diagnostics/";

    /// <summary>One array a file of descriptors.</summary>
    private static readonly Dictionary<string, DiagnosticDescriptor> s_byId = new[]
    {
        TypeDescriptors.All,
        MemberDescriptors.All,
        UnionDescriptors.All,
        SchemaDescriptors.All,
        ClientDescriptors.All,
        CelDescriptors.All,
        FileDescriptors.All,
        RbacDescriptors.All,
        ResourceDescriptors.All,
        ConversionDescriptors.All,
        ConstraintDescriptors.All,
        DefaultDescriptors.All,
    }.SelectMany(d => d).ToDictionary(d => d.Id);

    public static IEnumerable<DiagnosticDescriptor> All => s_byId.Values;

    /// <summary>Whether a definition with the problem is worth nothing; warnings and notes leave it whole.</summary>
    public static bool IsError(Problem problem) => s_byId[problem.Id].DefaultSeverity == DiagnosticSeverity.Error;

    /// <summary>The diagnostic, at the place of the problem's target; nowhere when the target has no place in source.</summary>
    public static Diagnostic ToDiagnostic(Problem problem, IReadOnlyDictionary<string, TargetLocation> locations) => Diagnostic.Create(
        s_byId[problem.Id],
        ProblemLocation.Of(problem, locations),
        problem.Properties.ToImmutableDictionary(p => p.Name, p => (string?)p.Value),
        [.. problem.Arguments]);
}
