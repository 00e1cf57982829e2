namespace Ray.Operator.Yaml;

/// <summary>A part of a YAML document, with the line that it begins at.</summary>
/// <param name="Line">Line, from 1.</param>
internal abstract record YamlNode(int Line);

/// <summary>A single value.</summary>
/// <param name="Text">Its text, without quotes.</param>
/// <param name="IsPlain">Whether it stands without quotes, so that it may be a number, a truth value or nothing.</param>
/// <param name="Line">Line, from 1.</param>
internal sealed record YamlScalar(string Text, bool IsPlain, int Line) : YamlNode(Line)
{
    /// <summary>Whether it stands for nothing.</summary>
    public bool IsNull => IsPlain && Text is "" or "~" or "null" or "Null" or "NULL";
}

/// <summary>A list.</summary>
/// <param name="Items">Its items.</param>
/// <param name="Line">Line, from 1.</param>
internal sealed record YamlList(IReadOnlyList<YamlNode> Items, int Line) : YamlNode(Line);

/// <summary>Members by name, in the order of the document; no name twice.</summary>
/// <param name="Members">The members.</param>
/// <param name="Line">Line, from 1.</param>
internal sealed record YamlMap(IReadOnlyList<YamlMember> Members, int Line) : YamlNode(Line)
{
    /// <summary>The member of a name; null when there is none.</summary>
    public YamlMember? this[string name] => Members.FirstOrDefault(member => member.Name == name);
}

/// <summary>One member of a map.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
/// <param name="Line">Line of its name, from 1.</param>
internal sealed record YamlMember(string Name, YamlNode Value, int Line);

/// <summary>A text is no YAML, or YAML of a form that is not read here.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="line">Where, from 1.</param>
internal sealed class YamlFormatException(string message, int line) : FormatException(message)
{
    /// <summary>Where, from 1.</summary>
    public int Line { get; } = line;
}
