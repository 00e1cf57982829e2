using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;
using Kube.Generators.Schema.Definitions;
using Kube.Generators.Schema.Paths;
using Kube.Generators.Yaml;
using Microsoft.CodeAnalysis.Text;

namespace Kube.Generators.Schema.Baseline;

/// <summary>Holds the definitions against those that were released, and lets pass what the code allows with a reason.</summary>
internal static class BaselineCheck
{
    public static IEnumerable<FileProblem> Check(
        IReadOnlyList<Definition> definitions, IReadOnlyList<ResourceModel> resources, IReadOnlyList<DefinitionFile> files) =>
        files.Where(f => f.Role == FileRole.Released).SelectMany(f => Check(f, definitions, resources))
            .Concat(resources.SelectMany(Unjustified));

    private static IEnumerable<FileProblem> Check(
        DefinitionFile file, IReadOnlyList<Definition> definitions, IReadOnlyList<ResourceModel> resources)
    {
        var (released, fault) = Read(file);
        if (released is null)
        {
            return [new(Problem.Of(DiagnosticIds.UnreadableBaseline, file.Path, file.Name, fault), PlaceOf(file), "")];
        }

        // A definition with other problems is not finished: comparing it would only add noise.
        if (Find(definitions, released) is not { } definition)
        {
            // Projects without kinds share the folder of one that has some.
            return definitions.Count > 0 && definitions.All(d => d.Manifest is not null) ? [Gone(file, released)] : [];
        }

        var classes = definition.Classes.Select(c => c.FullName).ToList();
        var versions = resources.Where(r => classes.Contains(r.Class.FullName)).ToList();
        var changes = Joined(DefinitionComparison.Compare(released, definition.Manifest!));
        var kind = classes[0];
        return changes.Where(c => !IsAllowed(c, versions)).Select(c => ProblemOf(c, released, versions, kind))
            .Concat(versions.SelectMany(v => Needless(v, changes)));
    }

    /// <summary>Changes of one path are one problem, as one attribute allows them.</summary>
    private static List<Change> Joined(IEnumerable<Change> changes) =>
    [
        .. changes.GroupBy(c => (c.Version, c.Path)).Select(g => g.First() with
        {
            Reason = string.Join("; ", g.OrderByDescending(c => c.IsBreaking).Select(c => c.Reason)),
            IsBreaking = g.Any(c => c.IsBreaking),
        }),
    ];

    private static (JsonObject? Released, string Fault) Read(DefinitionFile file)
    {
        try
        {
            return YamlReader.Read(file.Text) is JsonObject released && released.Text("kind") == "CustomResourceDefinition"
                ? (released, "")
                : (null, "it is no CustomResourceDefinition");
        }
        catch (FormatException e)
        {
            return (null, e.Message);
        }
    }

    /// <summary>The definition of the same name; when the name itself has changed, that of the same kind.</summary>
    private static Definition? Find(IReadOnlyList<Definition> definitions, JsonObject released)
    {
        var sound = definitions.Where(d => d.Manifest is not null).ToList();
        return sound.FirstOrDefault(d => NameOf(d.Manifest!) == NameOf(released))
            ?? sound.FirstOrDefault(d => KindOf(d.Manifest!) == KindOf(released));
    }

    private static FileProblem Gone(DefinitionFile file, JsonObject released) =>
        new(Problem.Of(DiagnosticIds.BreakingChange, file.Path, "names.kind", NameOf(released), $"no class is {KindOf(released)} any more"), PlaceOf(file), "");

    private static FileProblem ProblemOf(Change change, JsonObject released, IReadOnlyList<ResourceModel> versions, string kind)
    {
        var version = versions.FirstOrDefault(v => v.Identity.Version == change.Version);
        var owner = version?.Class.FullName ?? kind;
        var target = version is not null && change.Schema is { } path ? PathTargets.Find(version, path) : owner;
        var name = change.Version is null ? NameOf(released) : $"{NameOf(released)}/{change.Version}";
        var id = change.IsBreaking ? DiagnosticIds.BreakingChange : DiagnosticIds.RiskyChange;
        var problem = Problem.Of(id, target, change.Path, name, change.Reason) with
        {
            Properties = new([new(DiagnosticProperties.Path, change.Path), new(DiagnosticProperties.Kind, owner)]),
        };
        return new(problem, null, owner);
    }

    private static bool IsAllowed(Change change, IReadOnlyList<ResourceModel> versions) => versions.Any(v => Covers(v, change)
        && v.AllowedChanges.Any(a => a.Path == change.Path));

    private static bool Covers(ResourceModel version, Change change) => change.Version is null || change.Version == version.Identity.Version;

    private static IEnumerable<FileProblem> Needless(ResourceModel version, IReadOnlyList<Change> changes) =>
        from allowed in version.AllowedChanges
        where !changes.Any(c => Covers(version, c) && c.Path == allowed.Path)
        select new FileProblem(
            Problem.Of(DiagnosticIds.NeedlessAllowance, allowed.Target, allowed.Path), null, version.Class.FullName);

    private static IEnumerable<FileProblem> Unjustified(ResourceModel version) =>
        from allowed in version.AllowedChanges
        where string.IsNullOrWhiteSpace(allowed.Justification)
        select new FileProblem(
            Problem.Of(DiagnosticIds.UnjustifiedChange, allowed.Target, allowed.Path), null, version.Class.FullName);

    private static string NameOf(JsonObject definition) => definition.Object("metadata").Text("name") ?? "";

    private static string KindOf(JsonObject definition) => definition.Object("spec").Object("names").Text("kind") ?? "";

    private static TargetLocation PlaceOf(DefinitionFile file) => new(file.Path, file.Path, new TextSpan(0, 0), default);
}
