namespace Ray.Operator.Options;

/// <summary>One option of the operator: where it can be said, what it takes, and what it changes.</summary>
/// <param name="Flag">Flag of the command line, with its dashes.</param>
/// <param name="Variable">Environment variable.</param>
/// <param name="Field">Field of the configuration file.</param>
/// <param name="Default">The default as a text, for documentation.</param>
/// <param name="Allowed">What it takes, to follow the word "use".</param>
/// <param name="Meaning">What it does: one sentence.</param>
/// <param name="Apply">
/// Reads a text and puts it into the options; throws a <see cref="FormatException"/> that says what is wrong with the text.
/// </param>
internal sealed record OptionDefinition(
    string Flag,
    string Variable,
    string Field,
    string Default,
    string Allowed,
    string Meaning,
    Func<OperatorOptions, string, OperatorOptions> Apply)
{
    /// <summary>Other flag of the same meaning; null for none.</summary>
    public string? Alias { get; init; }

    /// <summary>The values, where there are few; for the completion of command lines.</summary>
    public IReadOnlyList<string> Choices
    {
        get => field ?? (IsSwitch ? ["true", "false"] : []);
        init;
    }

    /// <summary>Whether the flag alone, without a value, means <c>true</c>.</summary>
    public bool IsSwitch => Allowed == OptionText.TrueOrFalse;
}
