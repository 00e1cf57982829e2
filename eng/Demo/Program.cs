using Ray.Demo;
using Ray.DevEnvironment;
using Spectre.Console;

if (!AnsiConsole.Profile.Capabilities.Interactive)
{
    // Without a terminal nobody's window is 80 columns wide: lines stay whole for logs and grep.
    AnsiConsole.Profile.Width = 1000;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};

try
{
    await using var environment = await RayEnvironment.StartAsync(report: Say, cancellationToken: stop.Token);
    Say("Starting the operator under its own service account");
    await using var @operator = await environment.StartOperatorAsync(stop.Token);
    await new Tour(environment, AnsiConsole.Console).RunAsync(stop.Token);
    Say("Stopping the operator and the control plane");
    return await @operator.StopAsync(stop.Token);
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Say("Stopped.");
    return 130;
}
catch (Exception e) when (e is InvalidOperationException or Kube.ApiException or Kube.Testing.ControlPlaneException or TimeoutException)
{
    await Console.Error.WriteLineAsync($"The demo failed: {e.Message}");
    return 1;
}

static void Say(string step) => AnsiConsole.MarkupLineInterpolated($"[bold]==>[/] {step}");
