using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Kube.Testing;

/// <summary>
/// A network between a client and a server that breaks when it is told to: carries TCP, and so TLS, untouched, until connections are cut or
/// fall silent. For tests of what must survive that.
/// </summary>
/// <remarks>
/// A control plane's certificate is good for every port of 127.0.0.1: point a kubeconfig at <see cref="Address"/> and nothing else changes.
/// </remarks>
public sealed class FaultyNetwork : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Link, bool> links = new();
    private readonly CancellationTokenSource stop = new();
    private readonly Uri server;
    private readonly Task accepting;
    private volatile bool isSilent;

    /// <summary>Begins to carry connections to a server on this machine or elsewhere.</summary>
    /// <param name="server">The server, such as <see cref="ControlPlane.BaseAddress"/>.</param>
    public FaultyNetwork(Uri server)
    {
        ArgumentNullException.ThrowIfNull(server);
        this.server = server;
        listener.Start();
        Address = new UriBuilder(server) { Host = "127.0.0.1", Port = ((IPEndPoint)listener.LocalEndpoint).Port }.Uri;
        accepting = AcceptAsync();
    }

    /// <summary>Where clients reach the server by way of this network.</summary>
    public Uri Address { get; }

    /// <summary>Connections that are open now.</summary>
    public int Connections => links.Count;

    /// <summary>Bytes that were carried to clients so far.</summary>
    public long BytesToClients => Interlocked.Read(ref bytesToClients);

    private long bytesToClients;

    /// <summary>
    /// Whether everything vanishes on the way, in both directions, while connections stay open and new ones are accepted: a black hole. What
    /// vanished is lost, so that a connection that was open in the meantime is of no use afterwards.
    /// </summary>
    public bool IsSilent
    {
        get => isSilent;
        set => isSilent = value;
    }

    /// <summary>Cuts all connections at once, wherever they are, with a reset.</summary>
    public void Cut()
    {
        foreach (var link in links.Keys)
        {
            link.Reset();
        }
    }

    /// <summary>Cuts everything and stops listening.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        Cut();
        await accepting;
        stop.Dispose();
        listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var client = await listener.AcceptSocketAsync(stop.Token);
                _ = CarryAsync(client);
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // Stopped, or a client that was gone before it was accepted.
            }
        }
    }

    private async Task CarryAsync(Socket client)
    {
        var link = new Link(client);
        links[link] = true;
        try
        {
            await link.ConnectAsync(server, stop.Token);
            await link.CarryAsync(Passes, stop.Token);
        }
        catch (Exception e) when (e is SocketException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            // Cut, from whatever side.
        }
        finally
        {
            links.TryRemove(link, out _);
            link.Dispose();
        }
    }

    private bool Passes(int bytes, bool toClient)
    {
        if (isSilent)
        {
            return false;
        }

        Interlocked.Add(ref bytesToClients, toClient ? bytes : 0);
        return true;
    }
}
