using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using k8s.Models;

namespace Ray.Operator.Tests.Of2020;

/// <summary>
/// Runs the command of a Ray container in a real bash. The program <c>ray</c> is a script; the process that Ray leaves running is a real one,
/// under a name of its own so that no other Ray of this machine is taken for it.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class RayInAShell : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ray-").FullName;
    private readonly string _raylet = $"raylet-{Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..8]}";
    private readonly Process _shell = new();

    /// <param name="container">The container.</param>
    /// <param name="start">What <c>ray start</c> does once the process runs.</param>
    public RayInAShell(V1Container container, string start = "exit 0")
    {
        Script(_raylet, "while :; do sleep 0.1; done");
        Script(
            "ray",
            $"""
            echo "ray $*" >>{_folder}/log
            case $1 in
              start)
                {_raylet} </dev/null >/dev/null 2>&1 &
                echo $! >{_folder}/pid
                until [ "$(cat /proc/$!/comm)" = {_raylet} ]; do sleep 0.01; done
                {start} ;;
              stop) kill "$(cat {_folder}/pid)" ;;
            esac
            """);
        _shell.StartInfo = new(container.Command[0]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder };
        foreach (var word in container.Command.Skip(1).Concat(container.Args.Select(text => text.Replace("(raylet)", $"({_raylet})", StringComparison.Ordinal))))
        {
            _shell.StartInfo.ArgumentList.Add(word);
        }

        foreach (var variable in container.Env.Where(variable => variable.Value is not null))
        {
            _shell.StartInfo.Environment[variable.Name] = variable.Value;
        }

        _shell.StartInfo.Environment["PATH"] = $"{_folder}:{System.Environment.GetEnvironmentVariable("PATH")}";
        _shell.Start();
        _shell.ErrorDataReceived += (_, _) => { };
        _shell.BeginErrorReadLine();
    }

    /// <summary>What was asked of <c>ray</c>, in order.</summary>
    public string[] Asked => File.ReadAllLines(Path.Combine(_folder, "log"));

    public bool IsUp => !_shell.HasExited;

    public int Id => _shell.Id;

    /// <summary>The next line that the user's command prints.</summary>
    public Task<string?> LineAsync() => _shell.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(s_patience);

    /// <summary>Lets Ray die.</summary>
    public void KillRay()
    {
        using var ray = Process.GetProcessById(int.Parse(File.ReadAllText(Path.Combine(_folder, "pid")), CultureInfo.InvariantCulture));
        ray.Kill();
    }

    /// <summary>How the container ended.</summary>
    public async Task<int> ExitCodeAsync()
    {
        // Not WaitForExitAsync, which waits for all who hold the output: they end with the container, of which there is none here.
        for (var since = Stopwatch.StartNew(); IsUp && since.Elapsed < s_patience;)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.False(IsUp);
        return _shell.ExitCode;
    }

    public void Dispose()
    {
        if (IsUp)
        {
            _shell.Kill(entireProcessTree: true);
        }

        try
        {
            KillRay();
        }
        catch (ArgumentException)
        {
            // It is gone already.
        }

        _shell.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private void Script(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, $"#!/bin/bash\n{text}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }
}
