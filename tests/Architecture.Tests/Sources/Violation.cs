namespace Architecture.Tests.Sources;

/// <summary>A place that breaks a rule, printed so that editors can jump to it.</summary>
internal sealed record Violation(string File, int Line, string Message)
{
    public override string ToString() => $"{File}:{Line}: {Message}";

    public static void AssertNone(IEnumerable<Violation> violations) =>
        Assert.True(!violations.Any(), Environment.NewLine + string.Join(Environment.NewLine, violations));
}
