using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ray.Operator.Commands.Manifests;
using Ray.Operator.Commands.Rendering;
using Ray.Operator.Options;
using Ray.Operator.Yaml;

namespace Ray.Operator.Commands;

/// <summary><c>ray-operator render</c>: prints what the operator would make of manifests, without a cluster.</summary>
internal static class RenderCommand
{
    private const string Description =
        """
        Prints the objects that the operator would make for the RayClusters of manifests: pods, services and what stands around them.

        It is what the operator itself plans, under its own options, for a cluster that begins. Names that the API server completes are printed as
        generateName, and the UID of the cluster as zeros. A secret holds a new token each time. Findings go to standard error, as 'validate'
        prints them; nothing is printed of a manifest that is wrong.

        Exit codes: 0 all is printed, 2 options not usable, 4 a manifest is wrong.
        """;

    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    /// <summary>Builds the command.</summary>
    public static Command Create()
    {
        var options = new RunOptions();
        var files = ManifestArguments.Files();
        var format = new Option<string>("--output", "-o")
        {
            Description = "Form: yaml or json.",
            DefaultValueFactory = _ => "yaml",
            HelpName = "form",
        };
        format.AcceptOnlyFromAmong("yaml", "json");
        var @namespace = new Option<string>("--namespace", "-n")
        {
            Description = "Namespace of clusters whose manifest names none.",
            DefaultValueFactory = _ => "default",
            HelpName = "name",
        };
        var command = new Command("render", Description) { files, format, @namespace };
        options.AddSettingsTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (await ManifestArguments.SettingsAsync(options, parsed, cancellationToken) is not { } settings)
            {
                return ExitCode.BadUsage;
            }

            var (manifests, findings) = await ManifestReader.ReadAsync(parsed.GetValue(files)!, cancellationToken);
            var objects = new List<JsonObject>();
            var all = findings.Concat(manifests.Where(manifest => manifest.IsRayCluster)
                .SelectMany(manifest => Render(manifest, settings, parsed.GetValue(@namespace)!, objects)));
            return await PrintAsync([.. all], objects, parsed.GetValue(format)!);
        });
        return command;
    }

    private static IReadOnlyList<Finding> Render(Manifest manifest, OperatorSettings settings, string @namespace, List<JsonObject> objects)
    {
        var (cluster, findings) = ManifestValidator.Validate(manifest, settings);
        if (cluster is not null && !findings.Any(finding => finding.IsError))
        {
            cluster.Metadata.NamespaceProperty ??= @namespace;
            var made = RenderedCluster.Objects(
                cluster, settings, TimeProvider.System.GetUtcNow(), [.. RandomNumberGenerator.GetBytes(RayClusters.RayClusterController.EntropyLength)]);
            objects.AddRange(made.Select(RenderedObject.JsonOf));
        }

        return findings;
    }

    private static async Task<int> PrintAsync(List<Finding> findings, List<JsonObject> objects, string format)
    {
        foreach (var finding in findings)
        {
            await Console.Error.WriteLineAsync(finding.ToString());
        }

        if (format == "json")
        {
            var list = new JsonObject { ["apiVersion"] = "v1", ["kind"] = "List", ["items"] = new JsonArray([.. objects]) };
            await Console.Out.WriteLineAsync(list.ToJsonString(s_indented));
        }
        else
        {
            foreach (var document in objects)
            {
                await Console.Out.WriteAsync(YamlWriter.Write(document));
            }
        }

        return findings.Any(finding => finding.IsError) ? ExitCode.BadManifest : ExitCode.Success;
    }
}
