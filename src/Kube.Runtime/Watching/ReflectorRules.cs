using System.Net;

namespace Kube.Runtime.Watching;

/// <summary>What happens next, and whether after a pause.</summary>
/// <param name="Next">The state to go on with.</param>
/// <param name="Pauses">Whether to back off before.</param>
/// <param name="Report">A failure to tell of; null when all is as it should be.</param>
internal readonly record struct Verdict<T>(ReflectorState<T> Next, bool Pauses = false, ApiException? Report = null)
    where T : class;

/// <summary>What became of a watch.</summary>
/// <param name="ResourceVersion">The version to go on from: of the last event, or where the watch began.</param>
/// <param name="Events">How many events came.</param>
/// <param name="Lasted">How long it was followed.</param>
/// <param name="Failure">Why it ended; null when the server ended it in order.</param>
internal readonly record struct WatchOutcome(string ResourceVersion, long Events, TimeSpan Lasted, ApiException? Failure);

/// <summary>Decides how a reflector goes on after a list or a watch. Pure: pauses and requests are made elsewhere.</summary>
internal static class ReflectorRules<T>
    where T : class
{
    /// <summary>A watch that lasts no longer than this and gives nothing would be asked for again and again without a pause.</summary>
    internal static readonly TimeSpan ShortWatch = TimeSpan.FromSeconds(1);

    /// <summary>A list failed.</summary>
    /// <param name="mode">How it was read.</param>
    /// <param name="failure">Why it ended.</param>
    /// <param name="hadPages">Whether pages had been read already.</param>
    public static Verdict<T> AfterFailedList(ListMode mode, ApiException failure, bool hadPages) => mode switch
    {
        // A stream that breaks may break always, as behind a proxy that buffers: progress is better than elegance.
        ListMode.Streamed when IsRefusedStream(failure) => new(new ReflectorState<T>.Listing(ListMode.Paged)),
        ListMode.Streamed => new(new ReflectorState<T>.Listing(ListMode.Paged), Pauses: true, failure),
        ListMode.Paged when failure.IsExpired && hadPages => new(new ReflectorState<T>.Listing(ListMode.Whole)),
        _ => new(new ReflectorState<T>.Listing(mode), Pauses: true, failure),
    };

    /// <summary>A watch ended.</summary>
    /// <param name="outcome">What became of it.</param>
    /// <param name="relist">How to list if that is needed.</param>
    public static Verdict<T> AfterWatch(WatchOutcome outcome, ListMode relist)
    {
        var wasAlive = outcome.Events > 0 || outcome.Lasted >= ShortWatch;
        var resumed = new ReflectorState<T>.Watching(outcome.ResourceVersion);
        var listed = new ReflectorState<T>.Listing(relist);
        return outcome.Failure switch
        {
            null => new(resumed, Pauses: !wasAlive),

            // A version that expires before it gave anything may expire again: full lists in a tight loop would only add to the trouble.
            { IsExpired: true } => new(listed, Pauses: outcome.Events == 0),

            // The ordinary fate of long connections: balancers close them, servers restart.
            { Reason: ApiFailureReasons.Broken } when wasAlive => new(resumed),
            { } failure when IsResumable(failure) => new(resumed, Pauses: true, failure),
            { } failure => new(listed, Pauses: true, failure),
        };
    }

    /// <summary>
    /// Whether the server does not know streamed lists: before 1.27 it takes the parameters for wrong, later it may have them switched off.
    /// </summary>
    public static bool IsRefusedStream(ApiException failure) =>
        failure.Code is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity || failure.Reason == StreamedList.NotSupported;

    // Without an answer, or with "not now", nothing was missed that a watch from the same version would not deliver. Anything else
    // (an event that is no JSON, a refusal, a vanished kind) may have lost events.
    private static bool IsResumable(ApiException failure) =>
        (int)failure.Code is 0 or 429 or >= 500 && failure.Reason != ApiFailureReasons.Unreadable;
}
