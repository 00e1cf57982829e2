using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kube.Runtime.Hosting;

/// <summary>Answers GET requests with short texts, as probes and Prometheus want them.</summary>
/// <remarks>
/// Speaks just enough HTTP/1.1 for that, one request a connection: no web framework enters programs that need nothing else of it.
/// </remarks>
/// <param name="purpose">What it is for, such as <c>health endpoint</c>; for messages.</param>
/// <param name="address">IP address to listen on.</param>
/// <param name="port">TCP port; 0 picks a free one.</param>
/// <param name="logger">Told where it listens, and of connections that broke.</param>
internal abstract class TextServer(string purpose, string address, int port, ILogger logger) : IHostedService, IDisposable
{
    private const int MaxRequestBytes = 8 * 1024;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _stop = new();
    private TcpListener? _listener;
    private Task _serving = Task.CompletedTask;

    /// <summary>Where it listens, once started.</summary>
    public IPEndPoint? Address => (IPEndPoint?)_listener?.LocalEndpoint;

    /// <summary>The answer to a GET request.</summary>
    /// <param name="path">Path, without the query.</param>
    /// <param name="query">Query, without the question mark; empty for none.</param>
    protected abstract TextAnswer Answer(string path, string query);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!IPAddress.TryParse(address, out var ip))
        {
            throw new InvalidOperationException($"The {purpose} cannot listen on '{address}': it is no IP address.");
        }

        _listener = new TcpListener(ip, port);
        try
        {
            _listener.Start();
        }
        catch (SocketException e)
        {
            var problem = e.SocketErrorCode == SocketError.AddressAlreadyInUse
                ? "another process uses that port. Stop it, or choose another port"
                : e.Message;
            throw new InvalidOperationException($"The {purpose} cannot listen on {new IPEndPoint(ip, port)}: {problem}.", e);
        }

        logger.LogInformation("The {Purpose} listens on {Address}.", purpose, Address);
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
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _listener?.Dispose();
            _stop.Dispose();
        }
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
                logger.LogWarning(e, "A request to the {Purpose} was not accepted.", purpose);
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
            // The server is being stopped.
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
                var answer = AnswerTo(target);
                var body = Encoding.UTF8.GetBytes(answer.Body);
                var head = $"HTTP/1.1 {answer.Status}\r\nContent-Type: {answer.ContentType}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n";
                await stream.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. body], patience.Token).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
            {
                // The caller has gone or says nothing; it will come again.
                logger.LogDebug(e, "A request to the {Purpose} was not answered.", purpose);
            }
        }
    }

    private TextAnswer AnswerTo(string? target)
    {
        if (target is null)
        {
            return new("400 Bad Request", "only GET is served\n");
        }

        var mark = target.IndexOf('?', StringComparison.Ordinal);
        try
        {
            return mark < 0 ? Answer(target, "") : Answer(target[..mark], target[(mark + 1)..]);
        }
        catch (Exception e)
        {
            logger.LogError(e, "The {Purpose} failed at {Path}.", purpose, target);
            return new("500 Internal Server Error", e.Message + "\n");
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
                return line is ["GET", var target, _] ? target : null;
            }

            if (read == 0)
            {
                return null;
            }
        }

        return null;
    }
}
