namespace Kube.Testing.Tests;

public sealed class ChildProcessTests
{
    [Fact]
    public async Task A_program_ends_when_its_starter_is_killed()
    {
        var log = Path.GetTempFileName();
        await using var child = ChildProcess.Start("/bin/sleep", ["300"], log);
        Assert.False(child.HasExited);

        child.AbandonAsCrashWould();

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!child.HasExited)
        {
            await Task.Delay(20, patience.Token);
        }

        File.Delete(log);
    }

    [Fact]
    public async Task The_log_holds_what_the_program_says()
    {
        var log = Path.GetTempFileName();
        await using (var child = ChildProcess.Start("/bin/sh", ["-c", "echo out; echo err >&2"], log))
        {
            while (!child.HasExited)
            {
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }

            Assert.Equal("out\nerr", child.LogTail());
        }

        File.Delete(log);
    }
}
