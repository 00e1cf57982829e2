namespace Kube;

/// <summary>What is wrong with a value, in the API server's own classes.</summary>
public enum SchemaProblemKind
{
    /// <summary>"Required value": a required member is absent.</summary>
    RequiredValue,

    /// <summary>"Invalid value" of the wrong type or format (<c>FieldValueTypeInvalid</c>).</summary>
    InvalidType,

    /// <summary>"Unsupported value": none of those that are allowed.</summary>
    UnsupportedValue,

    /// <summary>"Too long": a text with too many characters.</summary>
    TooLong,

    /// <summary>"Too many": too many items or members.</summary>
    TooMany,

    /// <summary>"Duplicate value": an item, or its keys, are there already.</summary>
    DuplicateValue,

    /// <summary>"Invalid value": anything else.</summary>
    InvalidValue,
}
