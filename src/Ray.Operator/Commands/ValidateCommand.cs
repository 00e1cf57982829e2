using System.CommandLine;
using Ray.Operator.Commands.Manifests;

namespace Ray.Operator.Commands;

/// <summary><c>ray-operator validate</c>: judges manifests without a cluster.</summary>
internal static class ValidateCommand
{
    private const string Description =
        """
        Judges the RayClusters of manifests as an API server with this operator would, without one.

        Looked at are the fields and values that the definition of the kind allows, and then all rules of the operator, under its own options:
        feature gates decide about some fields. Each finding is one line, file:line: error: field: what is wrong; what to do. Objects of other
        kinds are passed over.

        Exit codes: 0 nothing is wrong (there may be warnings), 2 options not usable, 4 something is wrong.
        """;

    /// <summary>Builds the command.</summary>
    public static Command Create()
    {
        var options = new RunOptions();
        var files = ManifestArguments.Files();
        var command = new Command("validate", Description) { files };
        options.AddSettingsTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
            await ManifestArguments.SettingsAsync(options, parsed, cancellationToken) is { } settings
                ? await ValidateAsync(parsed.GetValue(files)!, settings, cancellationToken)
                : ExitCode.BadUsage);
        return command;
    }

    private static async Task<int> ValidateAsync(string[] files, Options.OperatorSettings settings, CancellationToken cancellationToken)
    {
        var (manifests, unreadable) = await ManifestReader.ReadAsync(files, cancellationToken);
        var clusters = manifests.Where(manifest => manifest.IsRayCluster).ToList();
        List<Finding> findings = [.. unreadable, .. clusters.SelectMany(manifest => ManifestValidator.Validate(manifest, settings).Findings)];
        foreach (var finding in findings)
        {
            await Console.Out.WriteLineAsync(finding.ToString());
        }

        var errors = findings.Count(finding => finding.IsError);
        await Console.Error.WriteLineAsync(
            $"{clusters.Count} RayCluster(s), {manifests.Length - clusters.Count} other object(s) passed over: "
            + $"{errors} error(s), {findings.Count - errors} warning(s).");
        return errors == 0 ? ExitCode.Success : ExitCode.BadManifest;
    }
}
