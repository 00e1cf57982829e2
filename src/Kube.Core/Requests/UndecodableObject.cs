namespace Kube;

/// <summary>An object that the server holds and the C# type cannot represent. Known by its metadata, so that it can be reported on.</summary>
/// <param name="Key">Namespace and name.</param>
/// <param name="Uid">UID; empty when absent.</param>
/// <param name="ResourceVersion">Resource version; empty when absent.</param>
/// <param name="Problem">What could not be read, with its JSON path.</param>
public sealed record UndecodableObject(ObjectKey Key, string Uid, string ResourceVersion, string Problem)
{
    /// <summary>
    /// The owner that controls the object; null when none does. It must count with the object though it cannot read it: an object that is
    /// in no cache is not one that does not exist.
    /// </summary>
    public OwnerIdentity? Controller { get; init; }

    /// <summary>UID of the owner that controls the object; empty when none does.</summary>
    public string ControllerUid => Controller?.Uid ?? "";
}
