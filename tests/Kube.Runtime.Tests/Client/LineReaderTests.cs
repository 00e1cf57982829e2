using System.Text;
using CsCheck;
using Kube.Runtime.Client.Decoding;

namespace Kube.Runtime.Tests.Client;

public sealed class LineReaderTests
{
    [Fact]
    public void Lines_come_out_whole_wherever_the_network_cuts() =>
        Gen.Select(Gen.String[Gen.Char["aé漢\ud83d ü"], 0, 40].Array[0, 10], Gen.Int[1, 7]).Sample((lines, chunk) =>
        {
            var expected = lines.Select(line => line.ReplaceLineEndings("").Replace("\ud83d", "🦊", StringComparison.Ordinal)).Where(line => line.Length > 0).ToArray();
            var bytes = Encoding.UTF8.GetBytes(string.Concat(expected.Select(line => line + "\n")));
            Assert.Equal(expected, Read(new ChunkedStream(bytes, chunk)));
        });

    [Fact]
    public void A_line_longer_than_the_buffer_comes_out_whole()
    {
        var line = new string('x', 1_000_000);
        Assert.Equal([line, "y"], Read(new ChunkedStream(Encoding.UTF8.GetBytes($"{line}\ny\n"), 4096)));
    }

    [Fact]
    public void A_stream_that_ends_within_a_line_is_an_error() =>
        Assert.Throws<EndOfStreamException>(() => Read(new ChunkedStream("whole\nhal"u8.ToArray(), 3)));

    private static List<string> Read(Stream stream)
    {
        using var reader = new LineReader(stream);
        var lines = new List<string>();
        while (reader.ReadLineAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult() is { } line)
        {
            lines.Add(Encoding.UTF8.GetString(line.Span));
        }

        return lines;
    }

    /// <summary>Gives no more than so many bytes at a time.</summary>
    private sealed class ChunkedStream(byte[] bytes, int chunk) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(chunk, buffer.Length)]);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(Read(buffer.Span));
    }
}
