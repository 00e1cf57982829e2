namespace Kube.Runtime.Webhooks;

/// <summary>What a caller of the API server asks for.</summary>
public enum AdmissionOperation
{
    /// <summary>A new object.</summary>
    Create,

    /// <summary>A change of an object, by whichever verb.</summary>
    Update,

    /// <summary>The end of an object.</summary>
    Delete,

    /// <summary>A connection to a subresource, such as <c>exec</c>.</summary>
    Connect,
}
