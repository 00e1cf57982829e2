using Kube.Runtime.Controllers;

namespace Kube.Runtime.Tests.Controllers;

/// <summary>A controller that runs until it is stopped or disposed of.</summary>
internal sealed class ControllerRun : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();

    public ControllerRun(Controller controller)
    {
        Controller = controller;
        Running = controller.RunAsync(_stop.Token);
    }

    public Controller Controller { get; }

    public Task Running { get; }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Running);
    }

    public static async Task Until(Func<bool> condition)
    {
        for (var i = 0; i < 4000; i++)
        {
            if (condition())
            {
                return;
            }

            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        Assert.Fail("Not reached within 20 s.");
    }

    public async ValueTask DisposeAsync()
    {
        if (!Running.IsCompleted)
        {
            await StopAsync();
        }

        _stop.Dispose();
    }
}
