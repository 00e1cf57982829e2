namespace Kube.Runtime.Client;

/// <summary>No usable description of an API server; the message says what was looked for and how to mend it.</summary>
/// <param name="message">What is wrong and how to mend it.</param>
/// <param name="inner">The cause, if any.</param>
public sealed class KubeConfigException(string message, Exception? inner = null) : Exception(message, inner);
