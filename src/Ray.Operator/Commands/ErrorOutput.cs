namespace Ray.Operator.Commands;

/// <summary>What commands say on standard error of what went wrong: one line each, under the program's name.</summary>
internal static class ErrorOutput
{
    /// <summary>Says one thing.</summary>
    public static void Tell(string message) => Console.Error.WriteLine($"ray-operator: {message}");

    /// <summary>Says several.</summary>
    public static void TellAll(IEnumerable<string> messages)
    {
        foreach (var message in messages)
        {
            Tell(message);
        }
    }

    /// <summary>Says why a command ends.</summary>
    /// <returns>The exit code, one of <see cref="ExitCode"/>.</returns>
    public static int Fail(string message, int code)
    {
        Tell(message);
        return code;
    }
}
