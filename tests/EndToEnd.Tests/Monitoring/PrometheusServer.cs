using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Ray.DevEnvironment;

namespace Ray.EndToEnd.Monitoring;

/// <summary>A real Prometheus on loopback that scrapes one operator every second.</summary>
internal sealed class PrometheusServer : IAsyncDisposable
{
    /// <summary>Value of the label <c>job</c> of all that it scrapes.</summary>
    public const string Job = "ray-operator";

    private readonly DirectoryInfo _directory;
    private readonly Process _process;
    private readonly HttpClient _client;

    private PrometheusServer(DirectoryInfo directory, Process process, int port)
    {
        (_directory, _process) = (directory, process);
        _client = new() { BaseAddress = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")) };
    }

    /// <summary>Starts it.</summary>
    /// <param name="target">Where the operator serves its metrics.</param>
    public static PrometheusServer Start(Uri target)
    {
        var program = PrometheusTools.Find("prometheus");
        var directory = Directory.CreateTempSubdirectory("prometheus-");
        var configuration = Path.Combine(directory.FullName, "prometheus.yml");
        File.WriteAllText(configuration, $$"""
            global: { scrape_interval: 1s }
            scrape_configs:
              - job_name: {{Job}}
                honor_labels: true
                static_configs: [{ targets: ["{{target.Authority}}"] }]
            """);
        var port = FreePort.One();
        string[] arguments =
        [
            $"--config.file={configuration}", $"--storage.tsdb.path={Path.Combine(directory.FullName, "data")}",
            string.Create(CultureInfo.InvariantCulture, $"--web.listen-address=127.0.0.1:{port}"), "--log.level=warn",
        ];
        var process = Process.Start(new ProcessStartInfo(program, arguments)) ?? throw new InvalidOperationException("Prometheus did not start.");
        return new(directory, process, port);
    }

    /// <summary>How many series a query gives at this moment; -1 while Prometheus does not answer yet.</summary>
    /// <exception cref="InvalidOperationException">Prometheus refuses the query.</exception>
    public async Task<int> CountAsync(string query, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _client.GetAsync(new Uri($"/api/v1/query?query={Uri.EscapeDataString(query)}", UriKind.Relative), cancellationToken);
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellationToken));
            return json.RootElement.GetProperty("status").GetString() == "success"
                ? json.RootElement.GetProperty("data").GetProperty("result").GetArrayLength()
                : throw new InvalidOperationException($"{query}: {json.RootElement.GetProperty("error").GetString()}");
        }
        catch (Exception e) when (e is HttpRequestException or JsonException && !_process.HasExited)
        {
            // It listens before it can answer, and a moment after it was started.
            return -1;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _client.Dispose();
        _directory.Delete(recursive: true);
    }
}
