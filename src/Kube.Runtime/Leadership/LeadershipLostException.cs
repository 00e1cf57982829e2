namespace Kube.Runtime.Leadership;

/// <summary>
/// This process does not lead, or leads no more: what it was about to do is another's business now. Derived from
/// <see cref="OperationCanceledException"/>, because whoever meets it should end and not try again.
/// </summary>
/// <param name="message">Which Lease, and why.</param>
public sealed class LeadershipLostException(string message) : OperationCanceledException(message);
