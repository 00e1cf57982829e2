namespace Ray.Operator.Commands.Local;

/// <summary>The local environment cannot be set up as asked.</summary>
/// <param name="message">Why, and what to do.</param>
/// <param name="inner">What went wrong underneath.</param>
internal sealed class LocalException(string message, Exception? inner = null) : Exception(message, inner);
