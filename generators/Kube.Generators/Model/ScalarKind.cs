namespace Kube.Generators.Model;

/// <summary>Types without parts that a schema can express.</summary>
internal enum ScalarKind
{
    Text,
    Boolean,
    Int32,
    Int64,
    Number,
    DateTime,
    Date,
    Uuid,
    Uri,
    Bytes,
    Quantity,
    IntOrString,

    /// <summary>Any JSON object, unchecked.</summary>
    AnyObject,

    /// <summary>Any JSON value, unchecked.</summary>
    Any,
}
