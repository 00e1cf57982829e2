using System.Text.Json;

namespace Ray.DevEnvironment.Chaos.Judging;

/// <summary>Finds in an operator's log what must not be there: errors that no outage explains, and what is no log line at all.</summary>
public static class OperatorLog
{
    // What an operator says for people when it ends. Whether it may end is told by its exit code.
    private const string LastWord = "ray-operator: ";

    /// <summary>The lines that nothing excuses.</summary>
    /// <param name="lines">Lines, as JSON.</param>
    /// <param name="isExplained">Whether something that happened at that moment explains an error.</param>
    public static IEnumerable<string> Violations(IEnumerable<string> lines, Predicate<DateTimeOffset> isExplained)
    {
        foreach (var line in lines.Where(line => line.Length > 0 && !line.StartsWith(LastWord, StringComparison.Ordinal)))
        {
            if (Parse(line) is not { } entry)
            {
                yield return line;
            }
            else if (entry.Level is "Error" or "Critical" && !isExplained(entry.At))
            {
                yield return line;
            }
        }
    }

    private static (DateTimeOffset At, string? Level)? Parse(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return (json.RootElement.GetProperty("Timestamp").GetDateTimeOffset(), json.RootElement.GetProperty("LogLevel").GetString());
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
