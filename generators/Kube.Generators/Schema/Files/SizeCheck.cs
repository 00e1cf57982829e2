using System.Globalization;
using System.Text;
using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;
using Kube.Generators.Schema.Definitions;

namespace Kube.Generators.Schema.Files;

/// <summary>Warns of definitions that become too large to install.</summary>
internal static class SizeCheck
{
    /// <summary>Bytes that all annotations have together; client-side <c>kubectl apply</c> keeps a copy of the manifest in one.</summary>
    public const int ApplyLimit = 262_144;

    /// <summary>The store of the API server takes requests of 1.5 MiB, and needs some room beside the manifest.</summary>
    public const int StoreLimit = 1_500_000;

    public static IEnumerable<FileProblem> Check(Definition definition)
    {
        if (definition.Manifest is null)
        {
            yield break;
        }

        var size = Encoding.UTF8.GetByteCount(JsonPrinter.Print(definition.Manifest));
        var id = size >= StoreLimit ? DiagnosticIds.TooLargeForStore : size >= ApplyLimit ? DiagnosticIds.TooLargeForApply : null;
        if (id is not null)
        {
            var kind = definition.Classes[0].FullName;
            var name = definition.Manifest.Object("metadata").Text("name") ?? "";
            yield return new(Problem.Of(id, kind, name, size.ToString("N0", CultureInfo.InvariantCulture)), null, kind);
        }
    }
}
