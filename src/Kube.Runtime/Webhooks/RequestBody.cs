using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Kube.Runtime.Webhooks;

/// <summary>The body of a request in one piece of rented memory, no larger than allowed.</summary>
internal sealed class RequestBody(long maxBytes) : IDisposable
{
    private const int FirstBytes = 16 * 1024;

    private byte[] _buffer = [];
    private int _length;

    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    /// <summary>Reads all of it.</summary>
    /// <exception cref="RequestTooLargeException">There is more than allowed; the rest is left unread.</exception>
    public async Task ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        Grow(Math.Max(FirstBytes, (int)(request.ContentLength ?? 0)));
        while (true)
        {
            if (_length == _buffer.Length)
            {
                Grow(_buffer.Length * 2);
            }

            var read = await request.Body.ReadAsync(_buffer.AsMemory(_length), cancellationToken).ConfigureAwait(false);
            _length += read;
            if (_length > maxBytes)
            {
                throw new RequestTooLargeException();
            }

            if (read == 0)
            {
                return;
            }
        }
    }

    public void Dispose() => Return();

    private void Grow(int bytes)
    {
        var larger = ArrayPool<byte>.Shared.Rent(bytes);
        _buffer.AsSpan(0, _length).CopyTo(larger);
        Return();
        _buffer = larger;
    }

    private void Return()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }
    }
}

/// <summary>A body is larger than allowed.</summary>
internal sealed class RequestTooLargeException : Exception;
