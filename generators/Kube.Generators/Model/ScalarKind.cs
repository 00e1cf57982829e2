namespace Kube.Generators.Model;

/// <summary>Types without parts that a schema can express.</summary>
internal enum ScalarKind
{
    Text,
    Boolean,
    SByte,
    Byte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Number,

    /// <summary>A text of one character.</summary>
    Character,
    DateTime,
    Date,
    Duration,
    Uuid,
    Uri,
    Bytes,
    Quantity,
    IntOrString,

    /// <summary>Any JSON object, unchecked.</summary>
    AnyObject,

    /// <summary>A list of any JSON values.</summary>
    AnyList,

    /// <summary>Any JSON value, unchecked.</summary>
    Any,
}
