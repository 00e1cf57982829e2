using System.Net;
using System.Net.Sockets;

namespace Kube.Testing;

/// <summary>The loopback ports of one control plane.</summary>
internal sealed record LoopbackPorts(int ApiServer, int EtcdClient, int EtcdPeer)
{
    /// <summary>
    /// Picks free ports. All are held open until the last one is known, so that no two are equal. Between this call and the
    /// server's own bind another process may take one; the caller then starts again with new ones.
    /// </summary>
    public static LoopbackPorts Pick(int apiServerPort)
    {
        var listeners = new List<TcpListener>();
        try
        {
            return new LoopbackPorts(Next(listeners, apiServerPort), Next(listeners), Next(listeners));
        }
        catch (SocketException e) when (apiServerPort != 0)
        {
            throw new ControlPlaneException(
                $"Port {apiServerPort} on 127.0.0.1 cannot be used ({e.Message}). Choose another, or 0 for any.", e);
        }
        finally
        {
            listeners.ForEach(listener => listener.Dispose());
        }
    }

    private static int Next(List<TcpListener> listeners, int port = 0)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listeners.Add(listener);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
