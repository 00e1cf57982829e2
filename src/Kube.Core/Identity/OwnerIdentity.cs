namespace Kube;

/// <summary>The owner that an object names in its <c>metadata.ownerReferences</c>. Members that are absent are empty.</summary>
/// <param name="ApiVersion">Group and version, such as <c>apps/v1</c>.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Name">Name; the namespace is that of the object.</param>
/// <param name="Uid">UID.</param>
public sealed record OwnerIdentity(string ApiVersion, string Kind, string Name, string Uid);
