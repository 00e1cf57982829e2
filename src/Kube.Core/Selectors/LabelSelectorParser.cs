using System.Globalization;

namespace Kube;

/// <summary>Reads a label selector in the API's notation: <c>a=b,c!=d,e in (f,g),h notin (i),j,!k,l&gt;1</c>.</summary>
internal ref struct LabelSelectorParser(string text)
{
    private readonly string _text = text;
    private int _at;

    /// <exception cref="FormatException">It is no selector; the message says where.</exception>
    public static IReadOnlyList<LabelRequirement> Parse(string text)
    {
        var parser = new LabelSelectorParser(text);
        var found = new List<LabelRequirement>();
        if (parser.IsAtEnd)
        {
            return found;
        }

        do
        {
            found.Add(parser.Requirement());
        }
        while (parser.Take(","));

        return parser.IsAtEnd ? found : throw parser.Wrong("a comma or the end");
    }

    private bool IsAtEnd
    {
        get
        {
            SkipSpace();
            return _at == _text.Length;
        }
    }

    private LabelRequirement Requirement()
    {
        if (Take("!"))
        {
            return new(Word("a label"), LabelOperator.NotExists, []);
        }

        var key = Word("a label");
        return Take("!=") ? new(key, LabelOperator.NotIn, [Value()])
            : Take("==") || Take("=") ? new(key, LabelOperator.In, [Value()])
            : Take(">") ? new(key, LabelOperator.GreaterThan, [Number()])
            : Take("<") ? new(key, LabelOperator.LessThan, [Number()])
            : TakeWord("notin") ? new(key, LabelOperator.NotIn, Values())
            : TakeWord("in") ? new(key, LabelOperator.In, Values())
            : new(key, LabelOperator.Exists, []);
    }

    private List<string> Values()
    {
        if (!Take("("))
        {
            throw Wrong("'('");
        }

        var values = new List<string>();
        do
        {
            values.Add(Value());
        }
        while (Take(","));

        return Take(")") ? values : throw Wrong("')'");
    }

    private string Number()
    {
        var number = Word("a whole number");
        return long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? number : throw Wrong("a whole number");
    }

    private string Word(string what) => Value() is { Length: > 0 } word ? word : throw Wrong(what);

    // May be empty: "a=" asks for an empty value.
    private string Value()
    {
        SkipSpace();
        var start = _at;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] is '-' or '_' or '.' or '/'))
        {
            _at++;
        }

        return _text[start.._at];
    }

    private bool TakeWord(string word)
    {
        SkipSpace();
        var end = _at + word.Length;
        return (end >= _text.Length || !char.IsAsciiLetterOrDigit(_text[end])) && Take(word);
    }

    private bool Take(string token)
    {
        SkipSpace();
        if (string.CompareOrdinal(_text, _at, token, 0, token.Length) != 0)
        {
            return false;
        }

        _at += token.Length;
        return true;
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t' or '\r' or '\n')
        {
            _at++;
        }
    }

    private readonly FormatException Wrong(string expected) =>
        new($"The label selector '{_text}' is wrong at character {_at + 1}: {expected} is expected.");
}
