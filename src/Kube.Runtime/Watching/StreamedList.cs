using System.Net;

namespace Kube.Runtime.Watching;

/// <summary>Names of streamed lists that have no type parameter.</summary>
internal static class StreamedList
{
    /// <summary>Reason of the failure when a server took a streamed list for an ordinary watch.</summary>
    public const string NotSupported = "StreamedListNotSupported";

    /// <summary>Longest silence before the end of the list. Servers wait 3 s at most for their caches to be fresh enough.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The server gave no end of the list.</summary>
    public static ApiException NotEnded(ResourceDefinition resource, string what) =>
        new(HttpStatusCode.OK, NotSupported, $"The streamed list of {resource} has no end: {what}. It is read in pages instead.");
}
