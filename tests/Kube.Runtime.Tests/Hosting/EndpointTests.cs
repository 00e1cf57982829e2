using System.Diagnostics;
using System.Net;
using Kube.Runtime.Controllers;
using Kube.Runtime.Hosting;
using Kube.Runtime.Queueing;
using Kube.Runtime.Telemetry;
using Kube.Runtime.Tests.Controllers;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kube.Runtime.Tests.Hosting;

public sealed class EndpointTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Readiness_waits_for_every_check_and_names_those_that_fail()
    {
        string? problem = "no certificate yet";
        HealthCheck[] checks =
        [
            new("webhook", HealthKind.Ready, () => problem),
            new("fine", HealthKind.Ready, () => null),
            new("alive", HealthKind.Live, () => null),
        ];
        using var endpoint = new HealthEndpoint(new(0), [], checks, NullLogger<HealthEndpoint>.Instance);
        await endpoint.StartAsync(Token);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "webhook: no certificate yet\n"), await GetAsync(endpoint, "/readyz"));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "[-]webhook: no certificate yet\n[+]fine ok\n"), await GetAsync(endpoint, "/readyz?verbose"));
        Assert.Equal((HttpStatusCode.OK, "ok\n"), await GetAsync(endpoint, "/readyz/fine"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await GetAsync(endpoint, "/readyz/webhook")).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(endpoint, "/readyz/unknown")).Code);
        Assert.Equal((HttpStatusCode.OK, "[+]alive ok\nok\n"), await GetAsync(endpoint, "/healthz?verbose"));
        problem = null;
        Assert.Equal((HttpStatusCode.OK, "ok\n"), await GetAsync(endpoint, "/readyz"));
        await endpoint.StopAsync(Token);
    }

    [Fact]
    public async Task A_check_that_throws_is_a_failure_and_not_the_end_of_the_endpoint()
    {
        using var endpoint = new HealthEndpoint(new(0), [], [new("broken", HealthKind.Live, () => throw new InvalidOperationException("oh"))], NullLogger<HealthEndpoint>.Instance);
        await endpoint.StartAsync(Token);

        Assert.Equal(HttpStatusCode.InternalServerError, (await GetAsync(endpoint, "/healthz")).Code);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(endpoint, "/readyz")).Code);
        await endpoint.StopAsync(Token);
    }

    [Fact]
    public async Task Metrics_are_served_as_Prometheus_reads_them_and_promtool_finds_no_fault()
    {
        using var exporter = new PrometheusExporter();
        using var endpoint = new MetricsEndpoint(new(0), exporter, NullLogger<MetricsEndpoint>.Instance);
        await endpoint.StartAsync(Token);
        await using var run = new ControllerRun(new Controller(
            new("served"), new DelegateReconciler((_, _) => Task.FromResult(ReconcileResult.Done)), new(), NullLogger.Instance, TimeProvider.System));
        run.Controller.Queue.Add(new("n", "a"), QueuePriority.Low);
        await ControllerRun.Until(() => run.Controller.Queue is { Count: 0, ProcessingCount: 0 });

        using var client = new HttpClient();
        using var response = await client.GetAsync($"http://{endpoint.Address}/metrics", Token);
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        var text = await response.Content.ReadAsStringAsync(Token);
        Assert.Contains("""controller_runtime_reconcile_total{controller="served",result="success"} 1""", text, StringComparison.Ordinal);
        Assert.Contains("# TYPE workqueue_queue_duration_seconds histogram", text, StringComparison.Ordinal);
        Assert.Contains("process_cpu_seconds_total", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"http://{endpoint.Address}/", Token)).StatusCode);
        await endpoint.StopAsync(Token);
        Assert.Equal("", await PromtoolAsync(text));
    }

    private static async Task<(HttpStatusCode Code, string Body)> GetAsync(TextServer server, string path)
    {
        using var client = new HttpClient();
        using var response = await client.GetAsync($"http://{server.Address}{path}", Token);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Token));
    }

    // What promtool complains of; empty when it is content.
    private static async Task<string> PromtoolAsync(string metrics)
    {
        var cached = Path.Combine(
            Environment.GetEnvironmentVariable("XDG_CACHE_HOME") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
            "ray-operator/promtool/promtool");
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "promtool")).Append(cached).FirstOrDefault(File.Exists);
        Assert.SkipWhen(found is null, "There is no promtool: eng/promtool.sh gets it.");
        var start = new ProcessStartInfo(found!, ["check", "metrics"]) { RedirectStandardInput = true, RedirectStandardError = true, RedirectStandardOutput = true };
        using var promtool = Process.Start(start)!;
        var (output, error) = (promtool.StandardOutput.ReadToEndAsync(Token), promtool.StandardError.ReadToEndAsync(Token));
        await promtool.StandardInput.WriteAsync(metrics.AsMemory(), Token);
        promtool.StandardInput.Close();
        await promtool.WaitForExitAsync(Token);
        return await output + await error;
    }
}
