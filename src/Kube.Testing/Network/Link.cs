using System.Net.Sockets;

namespace Kube.Testing;

/// <summary>One connection of a client, and the one to the server that belongs to it.</summary>
internal sealed class Link(Socket client) : IDisposable
{
    private readonly Socket toServer = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private volatile bool hasLost;

    public Task ConnectAsync(Uri server, CancellationToken cancellationToken)
    {
        client.NoDelay = true;
        return toServer.ConnectAsync(server.Host, server.Port, cancellationToken).AsTask();
    }

    /// <summary>Carries both directions until one of them ends.</summary>
    /// <param name="passes">Asked for each piece, with its direction: whether it arrives.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task CarryAsync(Func<int, bool, bool> passes, CancellationToken cancellationToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] ways = [CarryAsync(client, toServer, toClient: false, passes, both.Token), CarryAsync(toServer, client, toClient: true, passes, both.Token)];
        await Task.WhenAny(ways);
        await both.CancelAsync();
        await Task.WhenAll(ways).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Ends both connections with a reset, as a crash or a firewall does.</summary>
    public void Reset()
    {
        Abort(client);
        Abort(toServer);
    }

    public void Dispose()
    {
        client.Dispose();
        toServer.Dispose();
    }

    private async Task CarryAsync(Socket from, Socket to, bool toClient, Func<int, bool, bool> passes, CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        while (await from.ReceiveAsync(buffer, cancellationToken) is > 0 and var count)
        {
            // What comes after a gap is no use to either side: a stream with a hole in it must stay silent.
            hasLost |= !passes(count, toClient);
            for (var sent = 0; sent < count && !hasLost;)
            {
                sent += await to.SendAsync(buffer.AsMemory(sent, count - sent), cancellationToken);
            }
        }
    }

    private static void Abort(Socket socket)
    {
        try
        {
            socket.LingerState = new LingerOption(true, 0);
            socket.Close();
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It is closed already.
        }
    }
}
