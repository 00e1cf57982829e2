using System.Diagnostics;

namespace Ray.Pictures.Terminals;

/// <summary>The windows of one picture, and all that they showed.</summary>
internal sealed class Stage
{
    private readonly List<TerminalWindow> _windows = [];
    private readonly List<Frame> _frames = [];
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly Lock _lock = new();

    /// <summary>The windows from top to bottom.</summary>
    public IReadOnlyList<TerminalWindow> Windows => _windows;

    /// <summary>What was shown so far.</summary>
    public IReadOnlyList<Frame> Frames
    {
        get
        {
            lock (_lock)
            {
                return [.. _frames];
            }
        }
    }

    /// <summary>Opens a window below the others; before anything runs.</summary>
    public TerminalWindow Open(string title, int columns)
    {
        var window = new TerminalWindow(title, columns, Capture);
        _windows.Add(window);
        return window;
    }

    private void Capture()
    {
        lock (_lock)
        {
            _frames.Add(new(Stopwatch.GetElapsedTime(_started), [.. _windows.Select(window => window.Rows)]));
        }
    }
}
