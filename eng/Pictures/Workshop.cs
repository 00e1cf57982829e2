using Ray.DevEnvironment;
using Ray.Pictures.Terminals;

namespace Ray.Pictures;

/// <summary>Where commands run as a reader would type them: <c>ray-operator</c> is on the path, and <c>KUBECONFIG</c> leads to a file of this run.</summary>
internal sealed class Workshop : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ray-pictures-");

    /// <summary>Makes the command.</summary>
    public Workshop()
    {
        var command = Path.Combine(_folder.FullName, "ray-operator");
        File.WriteAllText(command, $"#!/bin/sh\nexec {Repository.OperatorInShell} \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(command, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Where the API server's port and kubeconfig come to be.</summary>
    public string KubeConfig { get; private set; } = "";

    /// <summary>Types a command line in the root of the repository, or in the folder with the manifests of pictures.</summary>
    public PseudoTerminal Start(TerminalWindow window, string command, params string[] folder) =>
        window.Start(command, Repository.PathOf(folder), new Dictionary<string, string>
        {
            ["PATH"] = $"{_folder.FullName}:{Environment.GetEnvironmentVariable("PATH")}",
            ["KUBECONFIG"] = KubeConfig,
        });

    /// <summary>Lets later commands use the cluster of a command that printed the line with <c>export KUBECONFIG=</c>.</summary>
    public void Use(TerminalWindow window)
    {
        const string Line = "export KUBECONFIG=";
        KubeConfig = window.Rows.Select(Cell.TextOf).Where(row => row.Contains(Line, StringComparison.Ordinal)).Select(row => row.Split(Line)[1].Trim()).First();
    }

    /// <summary>Waits until a window shows as many rows that hold a text.</summary>
    /// <exception cref="TimeoutException">It does not within half a minute.</exception>
    public static async Task UntilAsync(TerminalWindow window, string text, int rows = 1)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);
        while (window.Rows.Count(row => Cell.TextOf(row).Contains(text, StringComparison.Ordinal)) < rows)
        {
            if (timeout.IsCancellationRequested)
            {
                throw new TimeoutException($"The window does not show '{text}' {rows} time(s):\n{string.Join('\n', window.Rows.Select(Cell.TextOf))}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);
}
