using System.Text;
using k8s.Models;
using Kube.Runtime.Webhooks;

namespace Kube.Runtime.Tests.Webhooks;

/// <summary>The bodies of all requests together are bounded.</summary>
public sealed class WebhookMemoryTests
{
    private const int KiB = 1024;
    private static readonly byte[] s_body = Review(600 * KiB);

    [Fact]
    public async Task ARequestWaitsUntilAnotherIsDone()
    {
        var reviewer = new Blocking();
        await using var run = await StartAsync(reviewer, TimeSpan.FromSeconds(30));
        var first = run.PostAsync("/v", s_body);
        await reviewer.Entered.WaitAsync(TestContext.Current.CancellationToken);
        var second = run.PostAsync("/v", s_body);
        Assert.False(await reviewer.Entered.WaitAsync(TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken));
        Assert.False(second.IsCompleted);

        reviewer.Gate.Release(2);
        Assert.Equal([200, 200], (await Task.WhenAll(first, second)).Select(a => a.Code));
    }

    [Fact]
    public async Task ARequestThatWaitsTooLongIsAnsweredWithAStatus()
    {
        var reviewer = new Blocking();
        await using var run = await StartAsync(reviewer, TimeSpan.FromSeconds(1));
        var first = run.PostAsync("/v", s_body);
        await reviewer.Entered.WaitAsync(TestContext.Current.CancellationToken);
        var (code, status) = await run.PostAsync("/v", s_body);
        Assert.Equal((503, "Status", "ServiceUnavailable"), (code, (string?)status["kind"], (string?)status["reason"]));

        reviewer.Gate.Release(2);
        Assert.Equal(200, (await first).Code);
        Assert.Equal(200, (await run.PostAsync("/v", s_body)).Code);
    }

    [Fact]
    public async Task ARequestThatCouldNeverBeReadIsTooLarge()
    {
        await using var run = await StartAsync(new Blocking(), TimeSpan.FromSeconds(30));
        Assert.Equal(413, (await run.PostAsync("/v", Review(1100 * KiB))).Code);
    }

    private static Task<WebhookRun> StartAsync(Blocking reviewer, TimeSpan timeout) => WebhookRun.StartAsync(
        new WebhookServerOptions { MaxConcurrentBytes = KiB * KiB, RequestTimeout = timeout },
        new ValidatingWebhook<V1ConfigMap>("/v", BuiltInResources.ConfigMaps, reviewer));

    private static byte[] Review(int size)
    {
        var value = $$$"""{"metadata":{"name":"a"},"data":{"a":"{{{new string('x', size)}}}"}}""";
        return Encoding.UTF8.GetBytes(
            $$$"""{"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","request":{"uid":"1","operation":"CREATE","object":{{{value}}}}}""");
    }

    /// <summary>Answers once it may, whatever the server's patience.</summary>
    private sealed class Blocking : IAdmissionReviewer<V1ConfigMap>
    {
        public SemaphoreSlim Entered { get; } = new(0);

        public SemaphoreSlim Gate { get; } = new(0);

        public async ValueTask<AdmissionDecision> ReviewAsync(AdmissionRequest<V1ConfigMap> request, CancellationToken cancellationToken)
        {
            Entered.Release();
            await Gate.WaitAsync(CancellationToken.None);
            return AdmissionDecision.Allow();
        }
    }
}
