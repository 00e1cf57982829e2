using System.Net;

namespace Kube.Runtime.Client.Http;

/// <summary>A body that asks before it leaves: by then the connection is made, so that hardly anything lies between the answer and the wire.</summary>
internal sealed class GuardedContent(ReadOnlyMemory<byte> body, Action guard) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        guard();
        await stream.WriteAsync(body, cancellationToken).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
