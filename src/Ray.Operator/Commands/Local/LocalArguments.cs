using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Kube;
using Ray.Operator.Options;

namespace Ray.Operator.Commands.Local;

/// <summary>The flags of <c>ray-operator local</c>.</summary>
internal sealed class LocalArguments
{
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(7);

    private readonly RunOptions _operator = new();

    private readonly Option<bool> _exitWhenReady = new("--exit-when-ready")
    {
        Description = "End with 0 as soon as all RayClusters of the manifests are ready, or suspended if they ask for it.",
    };

    private readonly Option<TimeSpan> _timeout = new("--timeout")
    {
        Description = "With --exit-when-ready: how long they may take, such as 30s or 1m30s. Default: 2m.",
        HelpName = "duration",
        CustomParser = DurationOf,
    };

    private readonly Option<int> _port = Number("--port", "Port of the API server on 127.0.0.1. Default: any free one.", 0, 65535);

    private readonly Option<int> _nodes = Number("--nodes", "Number of simulated nodes; with 0 no pod starts. Default: 3.", 0, 1000);

    private readonly Option<string?> _namespace = new("--namespace", "-n")
    {
        Description = "Namespace of objects whose manifest names none. Default: default.",
        HelpName = "name",
    };

    private readonly Option<string?> _kubeConfigOut = new("--kubeconfig-out")
    {
        Description = "Where to write the kubeconfig: a new file, deleted at the end. Default: a file in a folder for temporary files.",
        HelpName = "file",
    };

    private readonly Option<string?> _logFile = new("--log-file")
    {
        Description = "Where to write the operator's log: a file that stays. Default: one beside the kubeconfig, deleted at the end.",
        HelpName = "file",
    };

    /// <summary>The options when nothing is said: nobody listens but the API server, and one operator needs no election.</summary>
    public static OperatorOptions Defaults { get; } = OptionsReader.Defaults(ProductVersion.Text) with
    {
        Health = null,
        Metrics = null,
        EnableLeaderElection = false,
        LogFormat = LogFormat.Simple,
    };

    /// <summary>Adds the flags to the command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _exitWhenReady, _timeout, _port, _nodes, _namespace, _kubeConfigOut, _logFile })
        {
            command.Options.Add(option);
        }

        _operator.AddSettingsTo(command, ForLocal);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_timeout) is not null && !result.GetValue(_exitWhenReady))
            {
                result.AddError("--timeout says how long --exit-when-ready waits: add that.");
            }
        });
    }

    /// <summary>Reads what was said; null when something cannot be used, which is then told.</summary>
    public async Task<LocalOptions?> ReadAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var reading = await RunCommand.ReadAsync(_operator, parsed, RunCommand.EnvironmentVariables(), cancellationToken, Defaults);
        ErrorOutput.TellAll(reading.Errors.Concat(reading.Warnings));
        return reading.Errors.IsEmpty
            ? new()
            {
                Operator = reading.Options with { EnableLeaderElection = false, EnableWebhooks = false },
                Namespace = parsed.GetValue(_namespace) ?? "default",
                Port = parsed.GetValue(_port),
                Nodes = parsed.GetResult(_nodes) is null ? 3 : parsed.GetValue(_nodes),
                KubeConfigOut = parsed.GetValue(_kubeConfigOut),
                LogFile = parsed.GetValue(_logFile),
                ExitWhenReady = parsed.GetValue(_exitWhenReady),
                Timeout = parsed.GetResult(_timeout) is null ? TimeSpan.FromMinutes(2) : parsed.GetValue(_timeout),
            }
            : null;
    }

    // Elections and webhooks are between operators and a real API server. Where flags, variables or a file speak of them, nothing is done.
    private static OptionDefinition? ForLocal(OptionDefinition option) => option.Flag switch
    {
        "--enable-leader-election" or "--leader-election-namespace" => null,
        "--health-probe-bind-address" or "--metrics-addr" => option with { Default = "0" },
        "--log-stdout-encoder" => option with { Default = "console" },
        var flag => flag.Contains("webhook", StringComparison.Ordinal) ? null : option,
    };

    private static Option<int> Number(string name, string description, int least, int most) => new(name)
    {
        Description = description,
        HelpName = "number",
        CustomParser = argument =>
        {
            var text = argument.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            {
                return number;
            }

            argument.AddError($"{name}: '{text}' is no whole number from {least} to {most}.");
            return 0;
        },
    };

    private static TimeSpan DurationOf(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (Duration.TryParse(text, out var duration) && duration > Duration.Zero && duration.ToTimeSpan() <= s_longest)
        {
            return duration.ToTimeSpan();
        }

        argument.AddError($"--timeout: '{text}' is no time of at most a week; write it as 30s or 1m30s.");
        return default;
    }
}
