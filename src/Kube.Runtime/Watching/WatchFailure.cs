namespace Kube.Runtime.Watching;

/// <summary>Why an informer does not follow the server at present.</summary>
/// <param name="Message">What fails and how to mend it.</param>
/// <param name="Cause">The refusal or the transport's failure.</param>
/// <param name="Since">When it first failed with this message.</param>
public sealed record WatchFailure(string Message, ApiException Cause, DateTimeOffset Since);
