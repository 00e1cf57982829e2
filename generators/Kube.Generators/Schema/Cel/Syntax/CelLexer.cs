namespace Kube.Generators.Schema.Cel.Syntax;

/// <summary>Cuts a rule into tokens.</summary>
internal sealed class CelLexer
{
    private static readonly string[] s_symbols =
    [
        "==", "!=", "<=", ">=", "&&", "||", "<", ">", "[", "]", "{", "}", "(", ")", ".", ",", "-", "!", "?", ":", "+", "*", "/", "%",
    ];

    private readonly string _text;
    private int _position;

    private CelLexer(string text) => _text = text;

    /// <summary>All tokens; the last one is the end.</summary>
    /// <exception cref="CelSyntaxException">Something that begins no token.</exception>
    public static IReadOnlyList<CelToken> Read(string text)
    {
        var lexer = new CelLexer(text);
        var tokens = new List<CelToken>();
        do
        {
            tokens.Add(lexer.Next());
        }
        while (tokens[tokens.Count - 1].Kind != CelTokenKind.End);

        return tokens;
    }

    private CelToken Next()
    {
        SkipSpace();
        var start = _position;
        if (start == _text.Length)
        {
            return new(CelTokenKind.End, "", start, start);
        }

        if (CelText.TryRead(_text, start) is { } text)
        {
            _position = text.End;
            return text;
        }

        var c = _text[start];
        return IsNameStart(c) ? ReadName(start)
            : IsDigit(c) || (c == '.' && IsDigit(At(start + 1))) ? ReadNumber(start)
            : ReadSymbol(start);
    }

    private CelToken ReadName(int start)
    {
        while (IsNameStart(At(_position)) || IsDigit(At(_position)))
        {
            _position++;
        }

        return Token(CelTokenKind.Identifier, start);
    }

    private CelToken ReadNumber(int start)
    {
        if (_text[start] == '0' && At(start + 1) is 'x' or 'X')
        {
            _position += 2;
            SkipWhile(IsHexDigit);
            return Whole(start);
        }

        SkipWhile(IsDigit);
        var isDouble = false;
        if (At(_position) == '.' && IsDigit(At(_position + 1)))
        {
            isDouble = true;
            _position++;
            SkipWhile(IsDigit);
        }

        var sign = At(_position + 1) is '+' or '-' ? 1 : 0;
        if (At(_position) is 'e' or 'E' && IsDigit(At(_position + 1 + sign)))
        {
            isDouble = true;
            _position += 1 + sign;
            SkipWhile(IsDigit);
        }

        return isDouble ? Token(CelTokenKind.Double, start) : Whole(start);
    }

    private CelToken Whole(int start)
    {
        if (At(_position) is not ('u' or 'U'))
        {
            return Token(CelTokenKind.Int, start);
        }

        _position++;
        return Token(CelTokenKind.Uint, start);
    }

    private CelToken ReadSymbol(int start)
    {
        var symbol = Array.Find(s_symbols, s => string.CompareOrdinal(_text, start, s, 0, s.Length) == 0)
            ?? throw new CelSyntaxException($"'{_text[start]}' begins nothing that the language knows", start, start + 1);
        _position += symbol.Length;
        return Token(CelTokenKind.Symbol, start);
    }

    private CelToken Token(CelTokenKind kind, int start) => new(kind, _text.Substring(start, _position - start), start, _position);

    private void SkipSpace()
    {
        while (At(_position) is ' ' or '\t' or '\n' or '\r' or '\f' || (At(_position) == '/' && At(_position + 1) == '/'))
        {
            if (_text[_position] == '/')
            {
                SkipWhile(c => c is not ('\n' or '\0'));
            }
            else
            {
                _position++;
            }
        }
    }

    private void SkipWhile(Func<char, bool> condition)
    {
        while (_position < _text.Length && condition(_text[_position]))
        {
            _position++;
        }
    }

    private char At(int index) => index < _text.Length ? _text[index] : '\0';

    private static bool IsNameStart(char c) => c is '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsHexDigit(char c) => IsDigit(c) || c is (>= 'a' and <= 'f') or (>= 'A' and <= 'F');
}
