using Kube.Generators.Diagnostics;
using Kube.Generators.Model;
using Kube.Generators.Schema.Definitions;
using Kube.Generators.Yaml;
using Microsoft.CodeAnalysis.Text;

namespace Kube.Generators.Schema.Files;

/// <summary>
/// Compares the file of a definition with what the types say. On a developer's machine the build writes it anew right after, so that a
/// warning is enough, and an error would keep the build from doing so; in CI nothing is written, and a stale file is an error.
/// </summary>
internal static class StaleFileCheck
{
    public static IEnumerable<FileProblem> Check(Definition definition, IReadOnlyList<DefinitionFile> files, FileSettings settings)
    {
        if (!settings.WritesFiles || definition.Manifest is null)
        {
            return [];
        }

        var name = DefinitionText.NameOf(definition.Manifest);
        var found = files.FirstOrDefault(f => f.Role == FileRole.Current && f.Name == name);
        var wanted = DefinitionText.Render(definition.Manifest, HeaderOf(files));
        return Check(name, found, wanted, definition.Classes[0].FullName, settings);
    }

    /// <summary>As for definitions, for the roles of the assembly.</summary>
    public static IEnumerable<FileProblem> Check(RbacRoles roles, IReadOnlyList<DefinitionFile> files, FileSettings settings)
    {
        if (!settings.WritesFiles || roles.Manifests.Count == 0)
        {
            return [];
        }

        var found = files.FirstOrDefault(f => f.Role == FileRole.Rbac && f.Name == RoleText.Name);
        return Check(RoleText.Name, found, RoleText.Render(roles.Manifests, HeaderOf(files)), roles.Target, settings);
    }

    private static string? HeaderOf(IEnumerable<DefinitionFile> files) => files.FirstOrDefault(f => f.Role == FileRole.Header)?.Text;

    private static IEnumerable<FileProblem> Check(string name, DefinitionFile? found, string wanted, string code, FileSettings settings)
    {
        if (found is null)
        {
            return settings.IsContinuousIntegration
                ? [new(Problem.Of(DiagnosticIds.FileNotCommitted, code, name, "it is missing"), null, code)]
                : [];
        }

        if (DefinitionText.Compare(found.Text, wanted) is not { } difference)
        {
            return [];
        }

        var id = settings.IsContinuousIntegration ? DiagnosticIds.FileNotCommitted : DiagnosticIds.StaleFile;
        var reason = $"it has '{difference.Found}' instead of '{difference.Wanted}'";
        return [new(Problem.Of(id, found.Path, name, reason), PlaceOf(found, difference.Line), code)];
    }

    private static TargetLocation PlaceOf(DefinitionFile found, int line)
    {
        var start = 0;
        for (var i = 0; i < line; i++)
        {
            start = found.Text.IndexOf('\n', start) + 1;
        }

        var end = found.Text.IndexOf('\n', start);
        var length = (end < 0 ? found.Text.Length : end) - start;
        return new(found.Path, found.Path, new TextSpan(start, length), new(new(line, 0), new(line, length)));
    }
}
