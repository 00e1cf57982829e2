namespace Kube.Runtime.Webhooks;

/// <summary>
/// Decides how certificates follow each other, one step at a time, so that at every moment each replica shows a certificate that every caller
/// trusts, whichever of them has seen which step:
/// <code>
/// Create   serve A, trust A
/// Prepare  serve A, trust A and B      before A ends
/// Promote  serve B, trust A and B      once callers trust B
/// Prune    serve B, trust B            once no replica serves A
/// </code>
/// </summary>
internal static class CertificateRotation
{
    /// <summary>The next state; null when there is nothing to do yet.</summary>
    /// <param name="state">The present state; null for none, or one that cannot be used.</param>
    /// <param name="options">Names and times.</param>
    /// <param name="now">The time.</param>
    /// <param name="trustedSince">Since when all callers have been told the bundle of the present state; null when not all have.</param>
    /// <param name="issue">Makes a certificate.</param>
    public static CertificateState? Next(
        CertificateState? state, ManagedCertificateOptions options, DateTimeOffset now, DateTimeOffset? trustedSince, Func<ServingPair> issue)
    {
        if (state is null)
        {
            var first = issue();
            return new(first, null, [first.AuthorityPem], now);
        }

        if (state.Active.NotAfter <= now && state.Next is { } ready && ready.NotAfter > now && ready.Covers(options.Names))
        {
            // Callers trust the next one more likely than one that is made now.
            return state with { Active = ready, Next = null, Since = now };
        }

        if (state.Active.NotAfter <= now || !state.Active.Covers(options.Names))
        {
            // Nobody can use it: there is no order to keep, but callers may still hold the old bundle while others have the new one.
            var replacement = issue();
            return new(replacement, null, [state.Active.AuthorityPem, replacement.AuthorityPem], now);
        }

        if (state.Next is { } next)
        {
            return now - trustedSince >= options.TrustDelay ? state with { Active = next, Next = null, Since = now } : null;
        }

        // Before the next one is prepared, even one that is due: a replica may still serve what the oldest authority signed.
        if (state.Authorities.Count > 1)
        {
            // A time that lies in the future is a wrong clock's.
            return (now - state.Since).Duration() >= options.RetireDelay ? state with { Authorities = [state.Active.AuthorityPem], Since = now } : null;
        }

        if (state.Active.NotAfter - now <= options.RenewBefore)
        {
            var following = issue();
            return state with { Next = following, Authorities = [state.Active.AuthorityPem, following.AuthorityPem], Since = now };
        }

        return null;
    }
}
