using System.CommandLine;
using System.CommandLine.Completions;
using Kube.Runtime.Client;
using Ray.Operator.Options;

namespace Ray.Operator.Commands;

/// <summary>
/// The flags of <c>ray-operator run</c>. They are taken as texts: what a text may be is the same whether it comes from a flag, a variable
/// or the configuration file, and is checked in one place.
/// </summary>
internal sealed class RunOptions
{
    /// <summary>Variable that names the configuration file when the flag does not.</summary>
    public const string ConfigVariable = "RAY_OPERATOR_CONFIG";

    private readonly List<Option<string?>> _flags = [];

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

    public Option<string?> Config { get; } = new("--config")
    {
        Description = $"Configuration file. Flags and variables win over it. Variable {ConfigVariable}. Default: none.",
        HelpName = "file",
    };

    /// <summary>Adds the flags to a command that reaches a server.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(KubeConfig);
        command.Options.Add(Context);
        AddSettingsTo(command);
    }

    /// <summary>Adds the flags to a command that reaches none.</summary>
    /// <param name="command">The command.</param>
    /// <param name="choose">Which flags, and with which defaults in their descriptions; null for all.</param>
    public void AddSettingsTo(Command command, Func<OptionDefinition, OptionDefinition?>? choose = null)
    {
        foreach (var option in OptionTable.All.Select(option => choose is null ? option : choose(option)).OfType<OptionDefinition>())
        {
            Add(option);
        }

        foreach (var (flag, _, why) in OptionsWithoutEffect.All)
        {
            _flags.Add(new(flag) { Description = $"No effect: {why}.", Hidden = true, Arity = ArgumentArity.ZeroOrOne });
        }

        foreach (var option in _flags.Prepend(Config))
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The server to use.</summary>
    public ConnectionOptions ConnectionOf(ParseResult parsed) => new(parsed.GetValue(KubeConfig), parsed.GetValue(Context));

    /// <summary>The flags that were typed, with their texts; a switch without one says <c>true</c>.</summary>
    public IReadOnlyDictionary<string, string> FlagsOf(ParseResult parsed) => _flags
        .Select(flag => (flag.Name, Result: parsed.GetResult(flag)))
        .Where(flag => flag.Result is { Implicit: false })
        .ToDictionary(flag => flag.Name, flag => flag.Result!.Tokens is [var token, ..] ? token.Value : "true", StringComparer.Ordinal);

    private void Add(OptionDefinition option)
    {
        _flags.Add(new(option.Flag)
        {
            Description = $"{option.Meaning} Variable {option.Variable}. Default: {option.Default}.",
            HelpName = option.IsSwitch ? "true|false" : "text",
            Arity = option.IsSwitch ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne,
            CompletionSources = { _ => option.Choices.Select(choice => new CompletionItem(choice)) },
        });
        if (option.Alias is { } alias)
        {
            _flags.Add(new(alias) { Description = $"The same as {option.Flag}.", Hidden = true });
        }
    }
}
