namespace Kube.Runtime.Webhooks;

/// <summary>Bytes that all requests share. Who wants some waits in line until there are enough.</summary>
internal sealed class ByteBudget(long bytes)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<Claim> _line = [];
    private long _free = bytes;

    /// <summary>All there are; nobody can have more.</summary>
    public long Size { get; } = bytes;

    /// <summary>Takes bytes; <see cref="Return"/> gives them back.</summary>
    /// <param name="wanted">How many; at most <see cref="Size"/>.</param>
    /// <param name="cancellationToken">Ends the wait; nothing is taken then.</param>
    public async Task TakeAsync(long wanted, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(wanted, Size);
        var claim = new Claim(wanted);
        lock (_lock)
        {
            _line.AddLast(claim);
            Serve();
        }

        try
        {
            await claim.Turn.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            Leave(claim);
            throw;
        }
    }

    /// <summary>Gives bytes back.</summary>
    public void Return(long taken)
    {
        lock (_lock)
        {
            _free += taken;
            Serve();
        }
    }

    // Its turn may have come while it gave up.
    private void Leave(Claim claim)
    {
        lock (_lock)
        {
            _free += _line.Remove(claim) ? 0 : claim.Bytes;
            Serve();
        }
    }

    private void Serve()
    {
        while (_line.First is { Value: var first } && first.Bytes <= _free)
        {
            _free -= first.Bytes;
            _line.RemoveFirst();
            first.Turn.SetResult();
        }
    }

    private sealed class Claim(long bytes)
    {
        public long Bytes => bytes;

        public TaskCompletionSource Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
