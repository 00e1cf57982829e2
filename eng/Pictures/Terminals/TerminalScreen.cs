namespace Ray.Pictures.Terminals;

/// <summary>
/// What a terminal would show of the bytes of a program: text, colours, and the few movements by which Spectre.Console redraws a view. It has
/// as many rows as are needed and never scrolls. What it does not know is an error, never left out.
/// </summary>
/// <param name="columns">Its width, at which text is broken.</param>
internal sealed class TerminalScreen(int columns)
{
    private readonly List<List<Cell>> _rows = [[]];
    private TextStyle _style;
    private string _unread = "";
    private int _row;
    private int _column;

    /// <summary>The rows down to the last that is not blank.</summary>
    public IReadOnlyList<IReadOnlyList<Cell>> Rows => [.. _rows.Take(_rows.FindLastIndex(row => row.Exists(cell => cell.Letter != ' ')) + 1)];

    /// <summary>Takes output; sequences may be split between calls.</summary>
    public void Write(string output)
    {
        var text = _unread + output;
        var position = 0;
        while (position < text.Length)
        {
            if (text[position] != '\e')
            {
                Put(text[position++]);
            }
            else if (ControlSequence.Read(text, position) is { } sequence)
            {
                Obey(sequence);
                position += sequence.Length;
            }
            else
            {
                break;
            }
        }

        _unread = text[position..];
    }

    private void Put(char letter)
    {
        switch (letter)
        {
            case '\r':
                _column = 0;
                break;
            case '\n':
                MoveTo(_row + 1);
                break;
            case < ' ':
                throw new NotSupportedException($"The control character {(int)letter} is not known here.");
            default:
                PutVisible(letter);
                break;
        }
    }

    private void PutVisible(char letter)
    {
        // As terminals do: a full line is broken by the next letter, not by its own last one.
        if (_column == columns)
        {
            _column = 0;
            MoveTo(_row + 1);
        }

        var row = _rows[_row];
        while (row.Count <= _column)
        {
            row.Add(Cell.Blank);
        }

        row[_column++] = new(letter, _style);
    }

    private void Obey(ControlSequence sequence)
    {
        var distance = Math.Max(1, sequence.Numbers[0]);
        switch (sequence.Letter)
        {
            case 'm':
                _style = _style.With(sequence.Numbers);
                break;
            case 'A':
                MoveTo(Math.Max(0, _row - distance));
                break;
            case 'B':
                MoveTo(_row + distance);
                break;
            case 'K' when sequence.Numbers[0] == 2:
                _rows[_row].Clear();
                break;
            case 'K' when sequence.Numbers[0] == 0:
                _rows[_row].RemoveRange(Math.Min(_column, _rows[_row].Count), Math.Max(0, _rows[_row].Count - _column));
                break;
            case '=' or '>' when sequence.IsPrivate:
            case 'h' or 'l' when sequence is { IsPrivate: true, Numbers: [1 or 25] }:
                // What keys send, and whether the cursor shows: pictures have neither.
                break;
            default:
                throw new NotSupportedException($"The sequence ESC [ {string.Join(';', sequence.Numbers)} {sequence.Letter} of terminals is not known here.");
        }
    }

    private void MoveTo(int row)
    {
        _row = row;
        while (_rows.Count <= _row)
        {
            _rows.Add([]);
        }
    }
}
