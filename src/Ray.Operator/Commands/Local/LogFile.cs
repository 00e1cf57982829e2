using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Ray.Operator.Commands.Local;

/// <summary>Writes the log to a file in the forms of the console, so that it does not run through what is on the screen.</summary>
/// <param name="writer">The file; closed with this.</param>
/// <param name="formatter">The form.</param>
internal sealed class LogFile(TextWriter writer, ConsoleFormatter formatter) : ILoggerProvider, ISupportExternalScope
{
    private readonly Lock _lock = new();
    private IExternalScopeProvider? _scopes;

    /// <summary>Opens a file anew; what it held is lost.</summary>
    /// <exception cref="LocalException">It cannot be written.</exception>
    public static StreamWriter Open(string path)
    {
        try
        {
            // Others read while it is written: tail -f.
            return new(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete)) { AutoFlush = true };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new LocalException($"The log cannot be written: {e.Message} Name another file with --log-file.", e);
        }
    }

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    /// <inheritdoc/>
    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            writer.Dispose();
        }
    }

    private void Write<TState>(in LogEntry<TState> entry)
    {
        lock (_lock)
        {
            formatter.Write(entry, _scopes, writer);
        }
    }

    private sealed class Logger(LogFile file, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => file._scopes?.Push(state);

        // The factory filters by level.
        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            file.Write(new LogEntry<TState>(logLevel, category, eventId, state, exception, formatter));
    }
}
