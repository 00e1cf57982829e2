using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using Kube.Runtime.Client;
using Kube.Runtime.Hosting;
using Microsoft.Extensions.Logging;
using Ray.Operator.Options;

namespace Ray.Operator.Commands;

/// <summary>The options of <c>ray-operator run</c>.</summary>
internal sealed class RunOptions
{
    public Option<string?> KubeConfig { get; } = new("--kubeconfig")
    {
        Description = "Kubeconfig file. Default: the file that KUBECONFIG names, else ~/.kube/config, else the pod's own credentials.",
        HelpName = "file",
    };

    public Option<string?> Context { get; } = new("--context")
    {
        Description = "Context of the kubeconfig. Default: its current context.",
        HelpName = "name",
    };

    public Option<IReadOnlyList<string>> Namespaces { get; } = new("--watch-namespace")
    {
        Description = "Namespaces to serve, separated by commas. Default: all.",
        HelpName = "names",
        CustomParser = ParseNames,
        DefaultValueFactory = _ => [],
    };

    public Option<int> Concurrency { get; } = new("--reconcile-concurrency")
    {
        Description = "Clusters that are worked on at the same time.",
        HelpName = "count",
        DefaultValueFactory = _ => new OperatorOptions().Concurrency,
    };

    public Option<string> Health { get; } = new("--health-probe-bind-address")
    {
        Description = "Where /healthz and /readyz answer: [address]:port, or 0 for nowhere.",
        HelpName = "address",
        DefaultValueFactory = _ => ":8082",
    };

    public Option<LogFormat> LogFormat { get; } = new("--log-format")
    {
        Description = "Json, one object a line, or Simple, for people.",
        DefaultValueFactory = _ => Options.LogFormat.Json,
    };

    public Option<LogLevel> LogLevel { get; } = new("--log-level")
    {
        Description = "Least severity that is logged.",
        DefaultValueFactory = _ => Microsoft.Extensions.Logging.LogLevel.Information,
    };

    private const string AnyAddress = "0.0.0.0";

    /// <summary>Adds the options to a command, and the checks that go beyond their types.</summary>
    public void AddTo(Command command)
    {
        Concurrency.Validators.Add(result =>
        {
            // Text that is no number at all is told by the parser.
            if (int.TryParse(TextOf(result), NumberStyles.Integer, CultureInfo.InvariantCulture, out var count) && count < 1)
            {
                result.AddError("--reconcile-concurrency must be 1 or more.");
            }
        });
        Health.Validators.Add(result =>
        {
            if (TextOf(result) is { } text && !TryParseAddress(text, out _))
            {
                result.AddError($"'{text}' is no [address]:port with an IP address, such as :8082 or 127.0.0.1:8082.");
            }
        });
        foreach (var option in new Option[] { KubeConfig, Context, Namespaces, Concurrency, Health, LogFormat, LogLevel })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The server to use.</summary>
    public ConnectionOptions ConnectionOf(ParseResult parsed) => new(parsed.GetValue(KubeConfig), parsed.GetValue(Context));

    /// <summary>The options of the operator.</summary>
    public OperatorOptions OperatorOf(ParseResult parsed, OperatorSettings settings) => new()
    {
        Settings = settings,
        Namespaces = parsed.GetValue(Namespaces) ?? [],
        Concurrency = parsed.GetValue(Concurrency),
        Health = TryParseAddress(parsed.GetValue(Health) ?? "", out var health) ? health : null,
        LogFormat = parsed.GetValue(LogFormat),
        LogLevel = parsed.GetValue(LogLevel),
    };

    private static string[] ParseNames(ArgumentResult result) =>
        [.. result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct()];

    private static string? TextOf(OptionResult result) => result.Tokens is [var token, ..] ? token.Value : null;

    private static bool TryParseAddress(string text, out HealthOptions? health)
    {
        health = null;
        if (text is "0" or "")
        {
            return true;
        }

        var colon = text.LastIndexOf(':');
        var address = colon <= 0 ? AnyAddress : text[..colon].Trim('[', ']');
        var isValid = int.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port <= IPEndPoint.MaxPort
            && IPAddress.TryParse(address, out _);
        health = isValid ? new(port, address) : null;
        return isValid;
    }
}
