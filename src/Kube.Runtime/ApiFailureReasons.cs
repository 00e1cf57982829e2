namespace Kube.Runtime;

/// <summary>Values of <see cref="ApiException.Reason"/> that this package sets when the server itself gave no reason.</summary>
public static class ApiFailureReasons
{
    /// <summary>No connection: refused, unknown name, or not trusted.</summary>
    public const string Unreachable = "Unreachable";

    /// <summary>No answer within the deadline.</summary>
    public const string TimedOut = "ClientTimeout";

    /// <summary>The connection broke within an answer.</summary>
    public const string Broken = "ConnectionBroken";

    /// <summary>The answer is not what was asked for.</summary>
    public const string Unreadable = "Unreadable";
}
