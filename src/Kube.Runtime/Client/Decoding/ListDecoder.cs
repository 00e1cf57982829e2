using System.Buffers;
using System.Net;
using System.Text.Json.Serialization.Metadata;

namespace Kube.Runtime.Client.Decoding;

/// <summary>Reads a list while it arrives, item by item, so that one bad object spoils no other and no buffer ever holds the whole list.</summary>
internal static class ListDecoder
{
    private const int SmallestPiece = 64 * 1024;

    /// <exception cref="ApiException">The answer is no list at all.</exception>
    public static async Task<ResourceList<T>> DecodeAsync<T>(
        Stream utf8, JsonTypeInfo<T> type, ApiRequest request, CancellationToken cancellationToken)
        where T : class
    {
        var list = new ListParser<T>(type, request);
        var buffer = ArrayPool<byte>.Shared.Rent(4 * SmallestPiece);
        try
        {
            var left = 0;
            while (true)
            {
                // An item whose end is missing is begun anew: one in 64 KiB, or, if it is larger, each time that the text has doubled.
                var wanted = Math.Max(SmallestPiece, 2 * left);
                buffer = WithRoom(buffer, left, wanted);
                var filled = left + await utf8.ReadAtLeastAsync(buffer.AsMemory(left), wanted - left, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
                var parsed = list.Parse(buffer.AsSpan(0, filled), isAll: filled < wanted);
                if (filled < wanted)
                {
                    return list.Finish();
                }

                left = filled - parsed;
                buffer.AsSpan(parsed, left).CopyTo(buffer);
            }
        }
        catch (Exception e) when (BadData.Is(e))
        {
            throw new ApiException(
                HttpStatusCode.OK, ApiFailureReasons.Unreadable, $"{request.Method} {request.Path}: the answer is not a list: {BadData.Describe(e)}", e);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] WithRoom(byte[] buffer, int used, int wanted)
    {
        if (buffer.Length >= wanted)
        {
            return buffer;
        }

        var larger = ArrayPool<byte>.Shared.Rent(wanted);
        buffer.AsSpan(0, used).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
