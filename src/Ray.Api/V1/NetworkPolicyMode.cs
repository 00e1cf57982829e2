namespace Ray.Api.V1;

/// <summary>Which traffic is refused unless a rule allows it.</summary>
public static class NetworkPolicyMode
{
    /// <summary>Incoming and outgoing.</summary>
    public const string DenyAll = "DenyAll";

    /// <summary>Incoming.</summary>
    public const string DenyAllIngress = "DenyAllIngress";

    /// <summary>Outgoing.</summary>
    public const string DenyAllEgress = "DenyAllEgress";
}
