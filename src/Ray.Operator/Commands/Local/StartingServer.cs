namespace Ray.Operator.Commands.Local;

/// <summary>
/// The server while it starts on a core of its own: under the just-in-time compiler that takes as long as judging the manifests does, and neither
/// needs the other. Disposing it stops the server, or what there is of it.
/// </summary>
internal sealed class StartingServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _given;
    private readonly Task<LocalServer> _start;

    /// <summary>Begins to start it.</summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public StartingServer(LocalOptions options, CancellationToken cancellationToken)
    {
        _given = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var given = _given.Token;
        _start = Task.Run(() => LocalServer.StartAsync(options.Port, options.Nodes, Tell, given), given);
    }

    /// <summary>The server, once it runs.</summary>
    /// <exception cref="LocalException">The port cannot be used.</exception>
    public Task<LocalServer> Started => _start;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_start.IsCompleted)
        {
            await _given.CancelAsync();
        }

        // Whoever waits for the server is told of a failure; who gave it up need not know.
        await ((Task)_start).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_start.IsCompletedSuccessfully)
        {
            await (await _start).DisposeAsync();
        }

        _given.Dispose();
    }

    private static void Tell(Exception e) => ErrorOutput.Tell($"the simulated nodes: {e.Message}");
}
