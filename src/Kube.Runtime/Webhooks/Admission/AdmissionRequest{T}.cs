namespace Kube.Runtime.Webhooks;

/// <summary>A request that the API server wants to have judged before it stores anything.</summary>
/// <typeparam name="T">Type of the objects.</typeparam>
public sealed record AdmissionRequest<T>
    where T : class
{
    /// <summary>What is asked for.</summary>
    public required AdmissionOperation Operation { get; init; }

    /// <summary>The object as it would be stored; null for <see cref="AdmissionOperation.Delete"/>. A mutating webhook changes it in place.</summary>
    public T? Object { get; init; }

    /// <summary>
    /// The object as it is stored now; null for <see cref="AdmissionOperation.Create"/>, and when what is stored cannot be read as the type. An update of
    /// such an object is not refused because it cannot be read either.
    /// </summary>
    public T? OldObject { get; init; }

    /// <summary>Name of the object; empty while the server has yet to make one up.</summary>
    public string Name { get; init; } = "";

    /// <summary>Namespace of the object; empty for cluster-scoped ones.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>Subresource that the request is made through, such as <c>status</c>; empty for the object itself.</summary>
    public string Subresource { get; init; } = "";

    /// <summary>
    /// Version that the caller wrote or addressed, such as <c>v1alpha1</c>. It differs from that of <see cref="Object"/> when the server converted the
    /// object to the version that the webhook is registered for.
    /// </summary>
    public string RequestedVersion { get; init; } = "";

    /// <summary>Who asks.</summary>
    public AdmissionUser User { get; init; } = AdmissionUser.Unknown;

    /// <summary>Whether nothing will be stored, so that a webhook must have no side effects.</summary>
    public bool IsDryRun { get; init; }
}

/// <summary>Who makes a request, as the API server authenticated them.</summary>
/// <param name="Name">User name, such as <c>system:serviceaccount:default:builder</c>.</param>
/// <param name="Groups">Groups of the user.</param>
public sealed record AdmissionUser(string Name, IReadOnlyList<string> Groups)
{
    internal static AdmissionUser Unknown { get; } = new("", []);
}
