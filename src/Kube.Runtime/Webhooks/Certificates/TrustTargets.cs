using System.Text.Json.Nodes;
using Kube.Runtime.Webhooks.Reviews;
using Microsoft.Extensions.Logging;

namespace Kube.Runtime.Webhooks;

/// <summary>The objects that hold a <c>caBundle</c>: reads them, and writes the bundle wherever it is not yet.</summary>
internal sealed class TrustTargets(IApiTransport transport, IReadOnlyList<TrustTarget> targets, string name, ILogger logger)
{
    /// <summary>The targets as they are now; null for one that could not be read.</summary>
    public async Task<JsonObject?[]> ReadAsync(CancellationToken cancellationToken)
    {
        var objects = new JsonObject?[targets.Count];
        for (var index = 0; index < objects.Length; index++)
        {
            try
            {
                objects[index] = await transport
                    .SendAsync(new(HttpMethod.Get, targets[index].Path), PatchJson.Default.JsonObject, cancellationToken).ConfigureAwait(false);
            }
            catch (ApiException e) when (!cancellationToken.IsCancellationRequested)
            {
                Warn(targets[index], e);
            }
        }

        return objects;
    }

    /// <summary>Writes the bundle wherever it is not yet, but not over what changed since it was read.</summary>
    /// <param name="objects">The targets, read before the bundle was: what another replica wrote for a later bundle then stands.</param>
    /// <param name="bundle">The authorities to trust, PEM.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<TrustOutcome> TellAsync(JsonObject?[] objects, string bundle, CancellationToken cancellationToken)
    {
        var outcome = TrustOutcome.Known;
        for (var index = 0; index < objects.Length; index++)
        {
            var result = await TellAsync(targets[index], objects[index], bundle, cancellationToken).ConfigureAwait(false);
            outcome = result > outcome ? result : outcome;
        }

        return outcome;
    }

    private async Task<TrustOutcome> TellAsync(TrustTarget target, JsonObject? read, string bundle, CancellationToken cancellationToken)
    {
        if (read is null)
        {
            return TrustOutcome.Failed;
        }

        if (CaBundlePatch.For(target.Kind, read, bundle) is not { } operations)
        {
            return TrustOutcome.Known;
        }

        try
        {
            var patch = Patch.Json(operations);
            await transport
                .SendAsync(new(HttpMethod.Patch, target.Path) { Body = patch.Body, ContentType = patch.ContentType }, cancellationToken).ConfigureAwait(false);
            logger.LogInformation("{Target} trusts the {Name}.", target, name);
            return TrustOutcome.Told;
        }
        catch (ApiException e) when (e.IsConflict)
        {
            return TrustOutcome.Changed;
        }
        catch (ApiException e) when (!cancellationToken.IsCancellationRequested)
        {
            Warn(target, e);
            return TrustOutcome.Failed;
        }
    }

    private void Warn(TrustTarget target, ApiException e) =>
        logger.LogWarning("{Target} does not know the authority of the {Name} yet: {Reason}", target, name, e.Message);
}

/// <summary>What came of telling a bundle, from good to bad; of several targets the worst counts.</summary>
internal enum TrustOutcome
{
    /// <summary>It had been told before.</summary>
    Known,

    /// <summary>It was written.</summary>
    Told,

    /// <summary>A target changed since it was read, so nothing was written to it: look again at once.</summary>
    Changed,

    /// <summary>A target could not be read or written; a warning says why.</summary>
    Failed,
}
