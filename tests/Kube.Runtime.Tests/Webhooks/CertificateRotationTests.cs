using k8s.Models;
using Kube.Runtime.Webhooks;

namespace Kube.Runtime.Tests.Webhooks;

public sealed class CertificateRotationTests
{
    private static readonly DateTimeOffset s_start = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly ManagedCertificateOptions s_options = new()
    {
        Namespace = "n",
        SecretName = "s",
        Names = ["hook.n.svc", "127.0.0.1"],
        Lifetime = TimeSpan.FromDays(10),
        RenewBefore = TimeSpan.FromDays(3),
    };

    [Fact]
    public void EachStepWaitsForTheOneBefore()
    {
        var first = Next(null, s_start, null)!;
        Assert.Null(Next(first, s_start.AddDays(6), s_start));

        var prepared = Next(first, s_start.AddDays(7), s_start)!;
        Assert.Equal(first.Active, prepared.Active);
        Assert.Equal([first.Active.AuthorityPem, prepared.Next!.AuthorityPem], prepared.Authorities);

        var told = prepared.Since.AddMinutes(5);
        Assert.Null(Next(prepared, told.AddHours(1), null));
        Assert.Null(Next(prepared, told.AddSeconds(59), told));

        var promoted = Next(prepared, told.AddSeconds(60), told)!;
        Assert.Equal((prepared.Next, null), (promoted.Active, promoted.Next));
        Assert.Equal(prepared.Authorities, promoted.Authorities);
        Assert.Null(Next(promoted, promoted.Since.AddMinutes(9), told));

        var pruned = Next(promoted, promoted.Since.AddMinutes(10), told)!;
        Assert.Equal([promoted.Active.AuthorityPem], pruned.Authorities);
        Assert.Null(Next(pruned, pruned.Since.AddDays(1), told));
    }

    [Fact]
    public void AnAuthorityIsTrustedForItsWholeDelayEvenWhenTheNextCertificateIsDue()
    {
        var first = Next(null, s_start, null)!;
        var prepared = Next(first, s_start.AddDays(7), s_start)!;
        var promoted = Next(prepared, prepared.Since.AddMinutes(1), prepared.Since)!;

        var due = s_options with { RenewBefore = s_options.Lifetime - TimeSpan.FromSeconds(1) };
        Assert.Null(After(promoted, TimeSpan.FromMinutes(9)));
        var pruned = After(promoted, TimeSpan.FromMinutes(10))!;
        Assert.Equal((promoted.Active, null), (pruned.Active, pruned.Next));
        Assert.NotNull(After(pruned, TimeSpan.Zero)!.Next);

        CertificateState? After(CertificateState state, TimeSpan time) =>
            CertificateRotation.Next(state, due, state.Since + time, state.Since, () => Issue(due, state.Since + time));
    }

    [Fact]
    public void ACertificateThatEndedIsFollowedByTheOneThatCallersWereTold()
    {
        var prepared = Next(Next(null, s_start, null), s_start.AddDays(7), s_start)!;
        var promoted = Next(prepared, s_start.AddDays(11), null)!;
        Assert.Equal((prepared.Next, null), (promoted.Active, promoted.Next));
        Assert.Equal(prepared.Authorities, promoted.Authorities);
    }

    [Fact]
    public void ATimeThatAWrongClockWroteDoesNotKeepAnAuthorityForGood()
    {
        var first = Next(null, s_start, null)!;
        var prepared = Next(first, s_start.AddDays(7), s_start)!;
        var promoted = Next(prepared, prepared.Since.AddMinutes(1), prepared.Since)! with { Since = s_start.AddYears(1) };
        Assert.Equal([promoted.Active.AuthorityPem], Next(promoted, s_start.AddDays(7).AddMinutes(2), null)!.Authorities);
    }

    [Fact]
    public void ACertificateThatEndedIsReplacedAtOnce()
    {
        var first = Next(null, s_start, null)!;
        var replaced = Next(first, s_start.AddDays(11), null)!;
        Assert.NotEqual(first.Active, replaced.Active);
        Assert.Equal(2, replaced.Authorities.Count);
    }

    [Fact]
    public void ACertificateForOtherNamesIsReplacedAtOnce()
    {
        var first = Next(null, s_start, null)!;
        var options = s_options with { Names = ["other.n.svc"] };
        var replaced = CertificateRotation.Next(first, options, s_start.AddDays(1), s_start, () => Issue(options, s_start));
        Assert.True(replaced!.Active.Covers(["other.n.svc"]));
    }

    [Fact]
    public void TheSecretHoldsTheWholeState()
    {
        var state = Next(Next(null, s_start, null), s_start.AddDays(7), s_start)!;
        var secret = CertificateSecret.Write(new V1Secret { Metadata = new() }, state);
        var read = CertificateSecret.Read(secret)!;
        Assert.Equal((state.Active.CertificatePem, state.Next!.CertificatePem, state.Since, state.Bundle),
            (read.Active.CertificatePem, read.Next!.CertificatePem, read.Since, read.Bundle));

        var promoted = Next(read, s_start.AddDays(8), s_start.AddDays(7))!;
        var after = CertificateSecret.Read(CertificateSecret.Write(secret, promoted))!;
        Assert.Equal((promoted.Active.CertificatePem, null), (after.Active.CertificatePem, after.Next));
        Assert.Equal(promoted.Active.AuthorityPem.Trim(), after.Active.AuthorityPem.Trim());
    }

    [Theory]
    [InlineData("tls.crt")]
    [InlineData("tls.key")]
    [InlineData("ca.crt")]
    public void ASecretThatSomebodyDamagedHoldsNoState(string key)
    {
        var secret = CertificateSecret.Write(new V1Secret { Metadata = new() }, Next(null, s_start, null)!);
        secret.Data[key] = "no PEM"u8.ToArray();
        Assert.Null(CertificateSecret.Read(secret));
        secret.Data.Remove(key);
        Assert.Null(CertificateSecret.Read(secret));
    }

    [Fact]
    public void TimesThatContradictEachOtherAreRefused()
    {
        Assert.Throws<ArgumentException>(() => (s_options with { RenewBefore = TimeSpan.FromDays(10) }).Validate());
        Assert.Throws<ArgumentException>(() => (s_options with { RetireDelay = TimeSpan.FromSeconds(1) }).Validate());
        Assert.Throws<ArgumentException>(() => (s_options with { RetireDelay = TimeSpan.FromDays(10) }).Validate());
        Assert.Throws<ArgumentException>(() => (s_options with { Names = [] }).Validate());
    }

    private static CertificateState? Next(CertificateState? state, DateTimeOffset now, DateTimeOffset? trustedSince) =>
        CertificateRotation.Next(state, s_options, now, trustedSince, () => Issue(s_options, now));

    private static ServingPair Issue(ManagedCertificateOptions options, DateTimeOffset now) =>
        CertificateIssuer.Issue(options.Names, now, options.Lifetime);
}
