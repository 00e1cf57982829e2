namespace Kube.Runtime.Controllers;

/// <summary>
/// A failure that no retry mends: thrown out of a reconcile it counts as an error, and the key waits for a change. The exception form of
/// <see cref="ReconcileResult.Terminal"/>.
/// </summary>
/// <param name="message">What is wrong and how to mend it.</param>
/// <param name="inner">What caused it; null for nothing else.</param>
public sealed class TerminalException(string message, Exception? inner = null) : Exception(message, inner);
