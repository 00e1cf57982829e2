namespace Kube.Testing;

/// <summary>
/// The control plane cannot be started, or one of its processes has ended. The message says what to do, or holds the log's end.
/// </summary>
public sealed class ControlPlaneException : Exception
{
    /// <summary>Creates the exception.</summary>
    public ControlPlaneException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    public ControlPlaneException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
