using System.Net;
using System.Net.Sockets;

namespace EmoHRNet.Cluster.Tests.Processes;

/// <summary>Finds free ports of this machine.</summary>
internal static class FreePort
{
    public static int Next()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
