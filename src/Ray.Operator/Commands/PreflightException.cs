namespace Ray.Operator.Commands;

/// <summary>The API server is not usable; the message says why and what to do.</summary>
/// <param name="message">Why, and what to do.</param>
/// <param name="inner">The server's answer.</param>
internal sealed class PreflightException(string message, Exception inner) : Exception(message, inner);
