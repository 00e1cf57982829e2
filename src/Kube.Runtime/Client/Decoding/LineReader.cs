using System.Buffers;
using System.IO.Pipelines;

namespace Kube.Runtime.Client.Decoding;

/// <summary>Cuts a stream of UTF-8 into lines, wherever the network cut it.</summary>
internal sealed class LineReader(Stream stream) : IDisposable
{
    private readonly PipeReader _pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
    private byte[] _joined = [];
    private SequencePosition? _consumed;

    /// <summary>The next line without its end, valid until the next call; null at the end of the stream. Empty lines are skipped.</summary>
    /// <exception cref="EndOfStreamException">The stream ends within a line.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadLineAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_consumed is { } consumed)
            {
                _pipe.AdvanceTo(consumed);
                _consumed = null;
            }

            var read = await _pipe.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (read.Buffer.PositionOf((byte)'\n') is { } end)
            {
                _consumed = read.Buffer.GetPosition(1, end);
                var line = read.Buffer.Slice(0, end);
                if (!line.IsEmpty)
                {
                    return InOnePiece(line);
                }
            }
            else if (read.IsCompleted)
            {
                var left = read.Buffer.Length;
                _pipe.AdvanceTo(read.Buffer.End);
                return left == 0 ? null : throw new EndOfStreamException($"The stream ended within a line, {left} bytes into it.");
            }
            else
            {
                _pipe.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }
        }
    }

    public void Dispose() => _pipe.Complete();

    private ReadOnlyMemory<byte> InOnePiece(ReadOnlySequence<byte> line)
    {
        if (line.IsSingleSegment)
        {
            return line.First;
        }

        var length = checked((int)line.Length);
        if (_joined.Length < length)
        {
            _joined = new byte[Math.Max(length, _joined.Length * 2)];
        }

        line.CopyTo(_joined);
        return _joined.AsMemory(0, length);
    }
}
