using System.Text;
using System.Text.Json.Nodes;
using Kube.Runtime.Client;
using Kube.Runtime.Tests.Webhooks;
using Kube.Runtime.Webhooks;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kube.Runtime.Tests.RealCluster;

/// <summary>A real API server asks the webhooks, while their certificates change under it.</summary>
[Collection(ClusterFixture.Shared)]
public sealed class WebhookClusterTests(ClusterFixture cluster)
{
    private const string DefinitionName = "gadgets.webhooks.example.com";
    private const string ConfigurationName = "gadgets.tests.example.com";
    private const int Rotations = 10;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TwoVersionsAreServedAndNoRequestFailsWhileCertificatesRotateTenTimes()
    {
        using var transport = await cluster.TransportAsync();
        var @namespace = await ClusterFixture.NewNamespaceAsync(transport);
        var options = Options(@namespace);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);

        // Two replicas behind one address would share a port; here each certificate has a server, and the API server asks the first.
        var certificate = new ManagedCertificate(transport, options, NullLogger<ManagedCertificate>.Instance);
        var replica = new ManagedCertificate(transport, options, NullLogger<ManagedCertificate>.Instance);
        Webhook[] webhooks = [GadgetConversion.Webhook(), new ValidatingWebhook<Gadget>("/validate", Gadget.ResourceType, new SmallOnly())];
        await using var server = new WebhookServer(new() { Address = "127.0.0.1", Port = 0 }, certificate, webhooks, NullLoggerFactory.Instance);
        await server.StartAsync(Cancelled);
        await InstallAsync(transport, server.Port);
        var running = Task.WhenAll(certificate.RunAsync(stop.Token), replica.RunAsync(stop.Token));
        await certificate.WaitUntilTrustedAsync(Cancelled);
        await Eventually(() => CreateAsync(transport, @namespace, "first", 1));

        var old = await new ResourceClient<OldGadget>(transport, OldGadget.ResourceType).GetAsync("first", @namespace, Cancelled);
        Assert.Equal("1m", old.Spec!.Extent);
        var refused = await Assert.ThrowsAsync<ApiException>(() => CreateAsync(transport, @namespace, "large", 99_999));
        Assert.Equal("spec.size", Assert.Single(refused.Causes).Field);

        var created = await CreateUntilRotatedAsync(transport, @namespace, certificate);
        Assert.Equal(created + 1, (await new ResourceClient<OldGadget>(transport, OldGadget.ResourceType).ListAsync(@namespace, null, Cancelled)).Items.Count);
        Assert.Equal(certificate.Current!.TargetCertificate.Thumbprint, replica.Current!.TargetCertificate.Thumbprint);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        await server.StopAsync(Cancelled);
    }

    private static async Task<int> CreateUntilRotatedAsync(ApiTransport transport, string @namespace, ManagedCertificate certificate)
    {
        var seen = new HashSet<string>();
        var count = 0;
        while (seen.Count <= Rotations)
        {
            // Each create asks the validating webhook; each read of the old version asks the conversion.
            await CreateAsync(transport, @namespace, $"load-{count}", count);
            await new ResourceClient<OldGadget>(transport, OldGadget.ResourceType).GetAsync($"load-{count}", @namespace, Cancelled);
            count++;
            seen.Add(certificate.Current!.TargetCertificate.Thumbprint);

            // The API server keeps its connections; a rotation is felt only by new ones.
            await transport.SendAsync(
                new(HttpMethod.Get, $"/apis/webhooks.example.com/v1alpha1/namespaces/{@namespace}/gadgets?limit=1"), Cancelled);
        }

        return count;
    }

    private static Task<Gadget> CreateAsync(ApiTransport transport, string @namespace, string name, int size) =>
        new ResourceClient<Gadget>(transport, Gadget.ResourceType).CreateAsync(
            new() { Metadata = new() { Name = name, NamespaceProperty = @namespace }, Spec = new() { Size = size, Color = "red" } }, null, Cancelled);

    // Renewal is due a second after each issue: a rotation every five seconds or so. Either delay is far longer than a busy machine holds a replica up.
    private static ManagedCertificateOptions Options(string @namespace) => new()
    {
        Namespace = @namespace,
        SecretName = "webhook-certificate",
        Names = ["127.0.0.1"],
        Targets =
        [
            new(TrustTargetKind.CustomResourceDefinition, DefinitionName),
            new(TrustTargetKind.ValidatingWebhookConfiguration, ConfigurationName),
        ],
        Lifetime = TimeSpan.FromSeconds(62),
        RenewBefore = TimeSpan.FromSeconds(61),
        TrustDelay = TimeSpan.FromSeconds(2),
        RetireDelay = TimeSpan.FromSeconds(2),
        CheckInterval = TimeSpan.FromMilliseconds(100),
    };

    private static async Task InstallAsync(ApiTransport transport, int port)
    {
        var definition = JsonNode.Parse(Gadget.CustomResourceDefinition)!.AsObject();
        definition["spec"]!["conversion"]!["webhook"]!["clientConfig"]!["url"] = $"https://127.0.0.1:{port}/convert";
        await PostAsync(transport, "/apis/apiextensions.k8s.io/v1/customresourcedefinitions", definition);
        await PostAsync(transport, "/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations", JsonNode.Parse(
            $$"""
            {
              "apiVersion": "admissionregistration.k8s.io/v1",
              "kind": "ValidatingWebhookConfiguration",
              "metadata": { "name": "{{ConfigurationName}}" },
              "webhooks": [
                {
                  "name": "gadgets.tests.example.com",
                  "clientConfig": { "url": "https://127.0.0.1:{{port}}/validate" },
                  "rules": [
                    { "apiGroups": ["webhooks.example.com"], "apiVersions": ["v1"], "operations": ["CREATE", "UPDATE"], "resources": ["gadgets"] }
                  ],
                  "failurePolicy": "Fail",
                  "sideEffects": "None",
                  "admissionReviewVersions": ["v1"]
                }
              ]
            }
            """)!.AsObject());
    }

    private static Task PostAsync(ApiTransport transport, string path, JsonObject body) =>
        transport.SendAsync(new(HttpMethod.Post, path) { Body = Encoding.UTF8.GetBytes(body.ToJsonString()) }, Cancelled);

    // The server has to notice the definition, and the authority in it.
    private static async Task Eventually(Func<Task> action)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await action();
                return;
            }
            catch (ApiException) when (attempt < 100)
            {
                await Task.Delay(100, Cancelled);
            }
        }
    }

    private sealed class SmallOnly : IAdmissionReviewer<Gadget>
    {
        private const int Largest = 10_000;

        public ValueTask<AdmissionDecision> ReviewAsync(AdmissionRequest<Gadget> request, CancellationToken cancellationToken) =>
            ValueTask.FromResult(request.Object?.Spec?.Size > Largest
                ? AdmissionDecision.Invalid("spec.size is too large", [new("spec.size", "FieldValueInvalid", $"at most {Largest}")])
                : AdmissionDecision.Allow());
    }
}
