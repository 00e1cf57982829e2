using Kube.Generators.Diagnostics;
using Kube.Generators.Model;
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
            yield break;
        }

        var kind = definition.Classes[0].FullName;
        var name = DefinitionText.NameOf(definition.Manifest);
        var found = files.FirstOrDefault(f => f.Role == FileRole.Current && f.Name == name);
        if (found is null)
        {
            if (settings.IsContinuousIntegration)
            {
                yield return new(Problem.Of(DiagnosticIds.FileNotCommitted, kind, name, "it is missing"), null, kind);
            }

            yield break;
        }

        var header = files.FirstOrDefault(f => f.Role == FileRole.Header)?.Text;
        if (DefinitionText.Compare(found.Text, DefinitionText.Render(definition.Manifest, header)) is { } difference)
        {
            var id = settings.IsContinuousIntegration ? DiagnosticIds.FileNotCommitted : DiagnosticIds.StaleFile;
            var reason = $"it has '{difference.Found}' instead of '{difference.Wanted}'";
            yield return new(Problem.Of(id, found.Path, name, reason), PlaceOf(found, difference.Line), kind);
        }
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
