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
            return new LoopbackPorts(apiServerPort == 0 ? Next(listeners) : apiServerPort, Next(listeners), Next(listeners));
        }
        finally
        {
            listeners.ForEach(listener => listener.Dispose());
        }
    }

    private static int Next(List<TcpListener> listeners)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listeners.Add(listener);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
