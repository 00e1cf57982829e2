using System.Text;
using Kube.Runtime.Client;
using Kube.Runtime.Webhooks;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kube.Runtime.Tests.RealCluster;

/// <summary>How replicas tell an API server what to trust, while others do the same.</summary>
[Collection(ClusterFixture.Shared)]
public sealed class TrustTargetsClusterTests(ClusterFixture cluster)
{
    private const string Name = "trust.tests.example.com";

    private static readonly TrustTarget s_target = new(TrustTargetKind.ValidatingWebhookConfiguration, Name);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AReplicaThatWasHeldUpDoesNotTakeBackWhatAnotherToldMeanwhile()
    {
        using var transport = await cluster.TransportAsync();
        await InstallAsync(transport);
        var targets = new TrustTargets(transport, [s_target], "certificate", NullLogger.Instance);

        var stale = await targets.ReadAsync(Cancelled);
        Assert.Equal(TrustOutcome.Told, await targets.TellAsync(await targets.ReadAsync(Cancelled), "new", Cancelled));
        Assert.Equal(TrustOutcome.Changed, await targets.TellAsync(stale, "old", Cancelled));

        Assert.Equal(TrustOutcome.Known, await targets.TellAsync(await targets.ReadAsync(Cancelled), "new", Cancelled));
    }

    [Fact]
    public async Task AMissingTargetIsAFailureAndTheOthersAreToldAllTheSame()
    {
        using var transport = await cluster.TransportAsync();
        await InstallAsync(transport);
        var targets = new TrustTargets(
            transport, [new(TrustTargetKind.CustomResourceDefinition, "none.example.com"), s_target], "certificate", NullLogger.Instance);

        Assert.Equal(TrustOutcome.Failed, await targets.TellAsync(await targets.ReadAsync(Cancelled), "others", Cancelled));

        var alone = new TrustTargets(transport, [s_target], "certificate", NullLogger.Instance);
        Assert.Equal(TrustOutcome.Known, await alone.TellAsync(await alone.ReadAsync(Cancelled), "others", Cancelled));
    }

    // Asks for a resource that nobody makes, so that no other test meets it.
    private static async Task InstallAsync(ApiTransport transport)
    {
        try
        {
            await transport.SendAsync(new(HttpMethod.Delete, s_target.Path), Cancelled);
        }
        catch (ApiException e) when (e.IsNotFound)
        {
        }

        await transport.SendAsync(
            new(HttpMethod.Post, "/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations")
            {
                Body = Encoding.UTF8.GetBytes(
                    $$"""
                    {
                      "apiVersion": "admissionregistration.k8s.io/v1",
                      "kind": "ValidatingWebhookConfiguration",
                      "metadata": { "name": "{{Name}}" },
                      "webhooks": [
                        {
                          "name": "trust.tests.example.com",
                          "clientConfig": { "url": "https://127.0.0.1:1/validate" },
                          "rules": [{ "apiGroups": ["nobody.example.com"], "apiVersions": ["v1"], "operations": ["CREATE"], "resources": ["things"] }],
                          "sideEffects": "None",
                          "admissionReviewVersions": ["v1"]
                        }
                      ]
                    }
                    """),
            },
            Cancelled);
    }
}
