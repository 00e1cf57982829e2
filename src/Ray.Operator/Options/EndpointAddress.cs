namespace Ray.Operator.Options;

/// <summary>Where something is answered.</summary>
/// <param name="Address">IP address to listen at.</param>
/// <param name="Port">Port; 0 lets the system choose.</param>
public sealed record EndpointAddress(string Address, int Port);
