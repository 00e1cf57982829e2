using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Text.Json.Serialization.Metadata;

namespace Kube.Runtime.Client.Decoding;

/// <summary>Reads a list while it arrives, item by item, so that one bad object spoils no other and no buffer ever holds the whole list.</summary>
internal static class ListDecoder
{
    private const int BufferSize = 64 * 1024;

    /// <exception cref="ApiException">The answer is no list at all.</exception>
    public static async Task<ResourceList<T>> DecodeAsync<T>(
        Stream utf8, JsonTypeInfo<T> type, ApiRequest request, CancellationToken cancellationToken)
        where T : class
    {
        var list = new ListParser<T>(type, request.Resource);
        var pipe = PipeReader.Create(utf8, new StreamPipeReaderOptions(bufferSize: BufferSize, leaveOpen: true));
        try
        {
            while (true)
            {
                var read = await pipe.ReadAsync(cancellationToken).ConfigureAwait(false);
                var parsed = list.Parse(read.Buffer, read.IsCompleted);
                if (read.IsCompleted)
                {
                    return list.Finish();
                }

                pipe.AdvanceTo(parsed, read.Buffer.End);
            }
        }
        catch (Exception e) when (BadData.Is(e))
        {
            throw Unreadable(request, e);
        }
        finally
        {
            await pipe.CompleteAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Reads a list that is there as a whole.</summary>
    /// <exception cref="ApiException">The answer is no list at all.</exception>
    public static ResourceList<T> Decode<T>(ReadOnlyMemory<byte> utf8, JsonTypeInfo<T> type, ApiRequest request)
        where T : class
    {
        try
        {
            var list = new ListParser<T>(type, request.Resource);
            list.Parse(new ReadOnlySequence<byte>(utf8), isAll: true);
            return list.Finish();
        }
        catch (Exception e) when (BadData.Is(e))
        {
            throw Unreadable(request, e);
        }
    }

    private static ApiException Unreadable(ApiRequest request, Exception e) =>
        new(HttpStatusCode.OK, ApiFailureReasons.Unreadable, $"{request.Method} {request.Path}: the answer is not a list: {BadData.Describe(e)}", e);
}
