using System.CommandLine;
using Ray.Operator.Options;

namespace Ray.Operator.Commands;

/// <summary>What commands share that read manifests and need no cluster.</summary>
internal static class ManifestArguments
{
    /// <summary>The files.</summary>
    /// <param name="arity">How many; by default one or more.</param>
    public static Argument<string[]> Files(ArgumentArity? arity = null) => new("file")
    {
        Description = "Files of manifests in YAML or JSON, folders of such files, or - for standard input.",
        Arity = arity ?? ArgumentArity.OneOrMore,
    };

    /// <summary>The operator's settings by flags, variables and configuration file; null when one cannot be used, which is then told.</summary>
    public static async Task<OperatorSettings?> SettingsAsync(RunOptions options, ParseResult parsed, CancellationToken cancellationToken)
    {
        var reading = await RunCommand.ReadAsync(options, parsed, RunCommand.EnvironmentVariables(), cancellationToken);
        ErrorOutput.TellAll(reading.Errors);
        return reading.Errors.IsEmpty ? reading.Options.Settings : null;
    }
}
