using System.Text;
using Microsoft.AspNetCore.Http;

namespace Kube.Runtime.Tests.Laws;

/// <summary>Passes the body of an answer on, with the fault that was drawn for it.</summary>
internal sealed class FaultBody(HttpContext context, FaultPlan plan, Fault fault, bool isWatch)
{
    private readonly List<byte> _line = [];
    private int _bytes;
    private int _events;

    public async Task PassAsync(Stream body, CancellationToken cancellationToken)
    {
        if (fault is Fault.Replay replay && isWatch)
        {
            await ReplayAsync(replay.Events, cancellationToken);
        }

        if (fault is Fault.Expired && isWatch)
        {
            await SendAsync("""{"type":"ERROR","object":{"kind":"Status","code":410,"reason":"Expired","message":"made up by the proxy"}}"""u8.ToArray().Append((byte)'\n').ToArray(), cancellationToken);
            return;
        }

        var buffer = new byte[8 * 1024];
        while (await body.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            if (!await TakeAsync(buffer.AsMemory(0, count), cancellationToken))
            {
                return;
            }
        }
    }

    /// <summary>Passes one piece on; false when that was the last.</summary>
    private async Task<bool> TakeAsync(ReadOnlyMemory<byte> piece, CancellationToken cancellationToken)
    {
        switch (fault)
        {
            case Fault.Cut cut when _bytes + piece.Length >= cut.Bytes:
                await SendAsync(piece[..Math.Max(0, cut.Bytes - _bytes)], cancellationToken);
                context.Abort();
                return false;
            case Fault.Silence silence when _bytes + piece.Length >= silence.Bytes:
                await SendAsync(piece[..Math.Max(0, silence.Bytes - _bytes)], cancellationToken);
                await Task.Delay(Timeout.Infinite, cancellationToken);
                return false;
            case Fault.Slow slow when !plan.IsOver:
                for (var start = 0; start < piece.Length; start += slow.Piece)
                {
                    await Task.Delay(slow.Pause, cancellationToken);
                    await SendAsync(piece.Slice(start, Math.Min(slow.Piece, piece.Length - start)), cancellationToken);
                }

                return true;
            case Fault.End end when isWatch:
                return await SendUpToAsync(end.Events, piece, cancellationToken);
            default:
                await SendAsync(piece, cancellationToken);
                return true;
        }
    }

    private async Task<bool> SendUpToAsync(int events, ReadOnlyMemory<byte> piece, CancellationToken cancellationToken)
    {
        for (var i = 0; i < piece.Length; i++)
        {
            if (piece.Span[i] == '\n' && ++_events == events)
            {
                await SendAsync(piece[..(i + 1)], cancellationToken);
                return false;
            }
        }

        await SendAsync(piece, cancellationToken);
        return true;
    }

    private async Task ReplayAsync(int events, CancellationToken cancellationToken)
    {
        foreach (var line in plan.LastTold(events))
        {
            await SendAsync(line, cancellationToken);
        }
    }

    private async Task SendAsync(ReadOnlyMemory<byte> piece, CancellationToken cancellationToken)
    {
        _bytes += piece.Length;
        await context.Response.Body.WriteAsync(piece, cancellationToken);
        await context.Response.Body.FlushAsync(cancellationToken);
        if (isWatch)
        {
            NoteLines(piece.Span);
        }
    }

    private void NoteLines(ReadOnlySpan<byte> piece)
    {
        foreach (var one in piece)
        {
            _line.Add(one);
            if (one == '\n')
            {
                Note([.. _line]);
                _line.Clear();
            }
        }
    }

    private void Note(byte[] line)
    {
        var text = Encoding.UTF8.GetString(line);
        if (!text.StartsWith("{\"type\":\"ERROR\"", StringComparison.Ordinal))
        {
            plan.Told(line);
        }
        else if (text.Contains("\"code\":410", StringComparison.Ordinal) && !text.Contains("made up by the proxy", StringComparison.Ordinal))
        {
            plan.NoteExpired();
        }
    }
}
