namespace Ray.Pictures.Terminals;

/// <summary>A window in which somebody types commands.</summary>
internal sealed class TerminalWindow
{
    private const string Prompt = "\e[32m$\e[0m ";

    private readonly TerminalScreen _screen;
    private readonly Action _changed;
    private readonly Lock _lock = new();
    private bool _wasUsed;

    /// <summary>Opens it: it waits for a command.</summary>
    /// <param name="title">What stands above it.</param>
    /// <param name="columns">Its width.</param>
    /// <param name="changed">Told whenever it shows something else.</param>
    public TerminalWindow(string title, int columns, Action changed)
    {
        (Title, Columns, _screen, _changed) = (title, columns, new(columns), changed);
        _screen.Write(Prompt);
    }

    /// <summary>What stands above it.</summary>
    public string Title { get; }

    /// <summary>Its width.</summary>
    public int Columns { get; }

    /// <summary>What it shows now.</summary>
    public IReadOnlyList<IReadOnlyList<Cell>> Rows
    {
        get
        {
            lock (_lock)
            {
                return [.. _screen.Rows.Select(row => row.ToArray())];
            }
        }
    }

    /// <summary>Types a command line and starts it.</summary>
    public PseudoTerminal Start(string command, string folder, IReadOnlyDictionary<string, string> environment)
    {
        var prompt = _wasUsed ? $"\r\n{Prompt}" : "";
        _wasUsed = true;
        Show($"{prompt}\e[1m{command.Replace("\n", "\r\n", StringComparison.Ordinal)}\e[0m\r\n");
        return PseudoTerminal.Start(command, folder, Columns, environment, Show);
    }

    private void Show(string output)
    {
        lock (_lock)
        {
            _screen.Write(output);
        }

        _changed();
    }
}
