namespace Ray.DevEnvironment.Chaos;

/// <summary>Reads a log that its operator still writes.</summary>
internal static class OperatorLogFile
{
    public static async Task<IReadOnlyList<string>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return [.. (await reader.ReadToEndAsync(cancellationToken)).Split('\n').SkipLast(1)];
    }
}
