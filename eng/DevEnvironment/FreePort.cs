using System.Net;
using System.Net.Sockets;

namespace Ray.DevEnvironment;

/// <summary>Ports of the loopback that nobody uses. Between the choice and the use another process may take one.</summary>
public static class FreePort
{
    /// <summary>One port.</summary>
    public static int One()
    {
        using var listener = Listen();
        return PortOf(listener);
    }

    /// <summary>Two that differ.</summary>
    public static (int First, int Second) Two()
    {
        using var first = Listen();
        using var second = Listen();
        return (PortOf(first), PortOf(second));
    }

    private static TcpListener Listen()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    private static int PortOf(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;
}
