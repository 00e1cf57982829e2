using System.Collections.Immutable;
using Ray.Operator.Yaml;

namespace Ray.Operator.Options;

/// <summary>
/// Makes options of what flags, environment variables and the configuration file say, in this order of precedence. All three are data:
/// nothing here reads the process. Empty texts say nothing.
/// </summary>
/// <param name="version">Version of the operator.</param>
/// <param name="flags">Flags by name, with their dashes; the values as they were typed.</param>
/// <param name="variables">Environment variables by name.</param>
/// <param name="file">The configuration file; null for none.</param>
/// <param name="defaults">The options when nothing is said; null for <see cref="Defaults"/>.</param>
internal sealed class OptionsReader(
    string version, IReadOnlyDictionary<string, string> flags, IReadOnlyDictionary<string, string?> variables, ConfigurationFile? file,
    OperatorOptions? defaults = null)
{
    private readonly ImmutableArray<string>.Builder _errors = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<string>.Builder _warnings = ImmutableArray.CreateBuilder<string>();

    private OperatorOptions _options = defaults ?? Defaults(version);

    /// <summary>The options when nothing is said.</summary>
    public static OperatorOptions Defaults(string version) => new()
    {
        Settings = new OperatorSettings { Version = version },
        Health = new(8082, "0.0.0.0"),
        Metrics = new("0.0.0.0", 8080),
        EnableLeaderElection = true,
    };

    /// <summary>Reads everything, and tells all that is wrong at once.</summary>
    public OptionsReading Read()
    {
        _errors.AddRange(file?.Errors ?? []);
        foreach (var option in OptionTable.All)
        {
            Read(option);
        }

        foreach (var member in file?.Members ?? [])
        {
            Read(member);
        }

        _warnings.AddRange(OptionsWithoutEffect.All.Where(option => flags.ContainsKey(option.Flag))
            .Select(option => $"{option.Flag} has no effect: {option.Why}"));
        return new(_options, _errors.ToImmutable(), _warnings.ToImmutable());
    }

    private void Read(OptionDefinition option)
    {
        if (Said(option) is not var (text, place) || text.Length == 0)
        {
            return;
        }

        try
        {
            _options = option.Apply(_options, text);
        }
        catch (FormatException e)
        {
            _errors.Add($"{place}: {e.Message}; use {option.Allowed}");
        }
    }

    private (string Text, string Place)? Said(OptionDefinition option)
    {
        foreach (var flag in new[] { option.Flag, option.Alias })
        {
            if (flag is not null && flags.TryGetValue(flag, out var given) && given.Trim() is { Length: > 0 } text)
            {
                return (text, flag);
            }
        }

        if (variables.TryGetValue(option.Variable, out var value) && value?.Trim() is { Length: > 0 } set)
        {
            return (set, $"variable {option.Variable}");
        }

        return file?.Members.FirstOrDefault(member => member.Name == option.Field) is { Value: YamlScalar { IsNull: false } scalar } field
            ? (scalar.Text.Trim(), file.Place(field.Name, field.Line))
            : null;
    }

    private void Read(YamlMember member)
    {
        var place = file!.Place(member.Name, member.Line);
        if (OptionsWithoutEffect.Fields.FirstOrDefault(field => field.Field == member.Name) is { Field: not null } useless)
        {
            _warnings.Add($"{place}, has no effect: {useless.Why}");
        }
        else if (OptionTable.All.FirstOrDefault(option => option.Field == member.Name) is { } option)
        {
            if (member.Value is not YamlScalar)
            {
                _errors.Add($"{place}: is no single value; use {option.Allowed}");
            }
        }
        else if (!StructuredFields.Has(member.Name))
        {
            _errors.Add($"{place}: there is no such field; {NearestName.Advice(member.Name, Fields())}");
        }
        else if (member.Value is not YamlScalar { IsNull: true })
        {
            ReadStructure(member);
        }
    }

    private void ReadStructure(YamlMember member)
    {
        try
        {
            _options = _options with { Settings = StructuredFields.Apply(_options.Settings, member.Name, member.Value) };
        }
        catch (YamlFormatException e)
        {
            _errors.Add($"{file!.Place(member.Name, e.Line)}: {e.Message}");
        }
    }

    private static IEnumerable<string> Fields() => OptionTable.All.Select(option => option.Field)
        .Concat(StructuredFields.All.Select(field => field.Field));
}
