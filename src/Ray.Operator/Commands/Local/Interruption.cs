using System.Runtime.InteropServices;

namespace Ray.Operator.Commands.Local;

/// <summary>
/// Ctrl+C, SIGTERM or the end of the terminal: the first asks to stop, so that everything is cleared up; a second one ends the process at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private static readonly PosixSignal[] s_signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT];

    private readonly CancellationTokenSource _asked = new();
    private readonly PosixSignalRegistration[] _registrations;

    /// <summary>Listens from now on.</summary>
    public Interruption() => _registrations = [.. s_signals.Select(signal => PosixSignalRegistration.Create(signal, Handle))];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _asked.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _asked.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        if (!_asked.IsCancellationRequested)
        {
            context.Cancel = true;
            _asked.Cancel();
        }
    }
}
