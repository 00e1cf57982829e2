namespace Kube.Packages.Tests.Support;

/// <summary>Runs the <c>dotnet</c> command so that nothing of it outlives the call, and nothing of our own build leaks into it.</summary>
internal static class Dotnet
{
    public static Task<CommandResult> RunAsync(string folder, string packages, params IEnumerable<string> arguments) => CommandLine.RunAsync(
        "dotnet",
        arguments,
        folder,
        ("NUGET_PACKAGES", packages),
        ("CI", ""),
        ("DOTNET_NOLOGO", "1"),
        ("DOTNET_CLI_TELEMETRY_OPTOUT", "1"),
        ("DOTNET_CLI_UI_LANGUAGE", "en"),

        // Servers that live on would hold our pipes open.
        ("MSBUILDDISABLENODEREUSE", "1"),
        ("DOTNET_CLI_USE_MSBUILD_SERVER", "0"),
        ("UseSharedCompilation", "false"));
}
