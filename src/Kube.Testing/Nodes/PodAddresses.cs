using System.Net;

namespace Kube.Testing;

/// <summary>Hands out the addresses of pods, each once: 10.128.0.1 and up, apart from services (10.96) and nodes (10.127).</summary>
internal sealed class PodAddresses
{
    private const uint First = (10u << 24) + (128u << 16);
    private const uint Last = (10u << 24) + 0xFFFFFFu;

    private readonly Lock sync = new();
    private uint latest = First;

    public static string OfNode(int index) => Text((10u << 24) + (127u << 16) + 1 + (uint)index);

    public string Next()
    {
        lock (sync)
        {
            return latest < Last ? Text(++latest) : throw new InvalidOperationException("All 8 million pod addresses have been given out.");
        }
    }

    /// <summary>Skips an address that a pod of an earlier simulation holds.</summary>
    public void Reserve(string? address)
    {
        if (!IPAddress.TryParse(address, out var ip) || ip.GetAddressBytes() is not { Length: 4 } bytes)
        {
            return;
        }

        var value = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes);
        lock (sync)
        {
            latest = value is > First and < Last ? Math.Max(latest, value) : latest;
        }
    }

    private static string Text(uint value) => $"{value >> 24}.{(value >> 16) & 255}.{(value >> 8) & 255}.{value & 255}";
}
