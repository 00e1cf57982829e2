namespace Ray.Operator.Commands.Local;

/// <summary>Lines that a user copies into a shell.</summary>
internal static class ShellText
{
    /// <summary>Sets a variable, in the words of the shell that the system's users have.</summary>
    public static string Export(string name, string value) => OperatingSystem.IsWindows() ? ForPowerShell(name, value) : ForPosix(name, value);

    /// <summary>In PowerShell.</summary>
    public static string ForPowerShell(string name, string value) => $"$env:{name} = '{value.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>In bash, zsh and other shells of that family; quoted only if need be.</summary>
    public static string ForPosix(string name, string value) => value.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '_' or '-')
        ? $"export {name}={value}"
        : $"export {name}='{value.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
