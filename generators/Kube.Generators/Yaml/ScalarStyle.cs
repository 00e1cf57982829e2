namespace Kube.Generators.Yaml;

/// <summary>How a text is written.</summary>
internal enum ScalarStyle
{
    /// <summary>Bare.</summary>
    Plain,

    /// <summary>Between apostrophes.</summary>
    SingleQuoted,

    /// <summary>Between quotation marks, with escapes.</summary>
    DoubleQuoted,

    /// <summary>As a block after <c>|</c>, line by line.</summary>
    Literal,
}
