using System.Net;
using System.Net.Sockets;
using System.Text;
using Kube.Runtime.Watching;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kube.Runtime.Hosting;

/// <summary>
/// Answers probes. <c>/healthz</c>: the process lives. <c>/readyz</c>: all caches have been in sync; else 503 and the reasons, one a line.
/// </summary>
/// <remarks>
/// Speaks just enough HTTP/1.1 for probes, one request a connection: no web framework enters programs that need nothing else of it.
/// </remarks>
internal sealed class HealthEndpoint(HealthOptions options, IEnumerable<IInformer> informers, ILogger<HealthEndpoint> logger)
    : IHostedService, IDisposable
{
    private const int MaxRequestBytes = 8 * 1024;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private readonly IInformer[] _informers = [.. informers];
    private readonly CancellationTokenSource _stop = new();
    private TcpListener? _listener;
    private Task _serving = Task.CompletedTask;

    /// <summary>Where it listens, once started.</summary>
    public IPEndPoint? Address => (IPEndPoint?)_listener?.LocalEndpoint;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!IPAddress.TryParse(options.Address, out var address))
        {
            throw new InvalidOperationException($"The health endpoint cannot listen on '{options.Address}': it is no IP address.");
        }

        _listener = new TcpListener(address, options.Port);
        try
        {
            _listener.Start();
        }
        catch (SocketException e)
        {
            var problem = e.SocketErrorCode == SocketError.AddressAlreadyInUse
                ? "another process uses that port. Stop it, or choose another port"
                : e.Message;
            throw new InvalidOperationException($"The health endpoint cannot listen on {new IPEndPoint(address, options.Port)}: {problem}.", e);
        }

        logger.LogInformation("Health at http://{Address}/healthz and /readyz.", Address);
        _serving = Task.Run(() => ServeAsync(_listener), CancellationToken.None);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        _listener?.Stop();
        await _serving.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _listener?.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync(TcpListener listener)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var client = await listener.AcceptTcpClientAsync(_stop.Token).ConfigureAwait(false);
                _ = AnswerAsync(client);
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException e)
            {
                // Usually one connection that broke before it was accepted; without file descriptors it would be every one, at once.
                logger.LogWarning(e, "A health probe was not accepted.");
                await PauseAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task PauseAsync()
    {
        try
        {
            await Task.Delay(s_pause, TimeProvider.System, _stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The endpoint is being stopped.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        using (var patience = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token))
        {
            patience.CancelAfter(s_patience);
            try
            {
                var stream = client.GetStream();
                var target = await ReadTargetAsync(stream, patience.Token).ConfigureAwait(false);
                var (code, body) = Answer(target);
                var text = $"HTTP/1.1 {code}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}";
                await stream.WriteAsync(Encoding.UTF8.GetBytes(text), patience.Token).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
            {
                // The prober has gone or says nothing; it will come again.
                logger.LogDebug(e, "A health probe was not answered.");
            }
        }
    }

    /// <summary>The path of a GET request; null when it is something else.</summary>
    private static async Task<string?> ReadTargetAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxRequestBytes];
        var length = 0;
        while (length < buffer.Length)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            length += read;
            var head = Encoding.ASCII.GetString(buffer, 0, length);
            if (head.Contains("\r\n\r\n", StringComparison.Ordinal))
            {
                var line = head[..head.IndexOf('\r', StringComparison.Ordinal)].Split(' ');
                return line is ["GET", var target, _] ? target.Split('?')[0] : null;
            }

            if (read == 0)
            {
                return null;
            }
        }

        return null;
    }

    private (string Code, string Body) Answer(string? target)
    {
        switch (target)
        {
            case "/healthz":
                return ("200 OK", "ok\n");
            case "/readyz":
                var missing = _informers.Where(informer => !informer.HasSynced).ToArray();
                return missing.Length == 0
                    ? ("200 OK", "ok\n")
                    : ("503 Service Unavailable", string.Concat(missing.Select(Describe)));
            case null:
                return ("400 Bad Request", "only GET is served\n");
            default:
                return ("404 Not Found", "only /healthz and /readyz are served\n");
        }
    }

    private static string Describe(IInformer informer) =>
        $"{informer.Resource}: {informer.Failure?.Message.ReplaceLineEndings(" ") ?? "not in sync yet"}\n";
}
