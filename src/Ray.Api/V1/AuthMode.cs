namespace Ray.Api.V1;

/// <summary>How the processes and clients of a cluster authenticate.</summary>
public static class AuthMode
{
    /// <summary>Not at all.</summary>
    public const string Disabled = "disabled";

    /// <summary>With a bearer token.</summary>
    public const string Token = "token";
}
