using System.Text;
using System.Text.Json.Nodes;
using Kube.Runtime.Webhooks;

namespace Kube.Runtime.Tests.Webhooks;

public sealed class AdmissionWebhookTests
{
    [Fact]
    public async Task ARefusalNamesTheFieldsAtFault()
    {
        var response = await ReviewAsync(
            new ValidatingWebhook<Gadget>("/v", Gadget.ResourceType, new Reviewer(_ => AdmissionDecision.Invalid(
                "spec.size is too large", [new("spec.size", "FieldValueInvalid", "at most 3")], "size is old-fashioned"))),
            """{"metadata":{"name":"a"},"spec":{"size":4}}""",
            "\"name\":\"a\",");

        Assert.Equal(
            """
            {"uid":"u1","allowed":false,"status":{"apiVersion":"v1","kind":"Status","status":"Failure","code":422,"reason":"Invalid","message":"spec.size is too large","details":{"group":"webhooks.example.com","kind":"Gadget","name":"a","causes":[{"field":"spec.size","reason":"FieldValueInvalid","message":"at most 3"}]}},"warnings":["size is old-fashioned"]}
            """,
            response.ToJsonString());
    }

    [Fact]
    public async Task TheReviewerLearnsWhoAsksForWhat()
    {
        AdmissionRequest<Gadget>? seen = null;
        await ReviewAsync(
            new ValidatingWebhook<Gadget>("/v", Gadget.ResourceType, new Reviewer(request =>
            {
                seen = request;
                return AdmissionDecision.Allow();
            })),
            """{"metadata":{"name":"a"},"spec":{"size":4}}""",
            "\"requestKind\":{\"group\":\"g\",\"version\":\"v0\",\"kind\":\"k\"},\"oldObject\":{\"spec\":{\"size\":3}},\"name\":\"a\",\"namespace\":\"n\",\"subResource\":\"status\",\"dryRun\":true,\"userInfo\":{\"username\":\"me\",\"groups\":[\"g\"]},");

        Assert.NotNull(seen);
        Assert.Equal((AdmissionOperation.Create, 4, 3, "a", "n", "status", true, "me"),
            (seen.Operation, seen.Object!.Spec!.Size, seen.OldObject!.Spec!.Size, seen.Name, seen.Namespace, seen.Subresource, seen.IsDryRun, seen.User.Name));
        Assert.Equal(["g"], seen.User.Groups);
        Assert.Equal("v0", seen.RequestedVersion);
    }

    [Fact]
    public async Task AChangeBecomesAPatchThatLeavesUnknownFieldsAlone() => Assert.Equal(
        """[{"op":"add","path":"/spec/color","value":"red"}]""",
        await PatchAsync("""{"metadata":{"name":"a"},"spec":{"size":4,"unknown":true}}""", gadget => gadget.Spec!.Color = "red"));

    [Fact]
    public async Task AMemberThatOnlyTheTypeBroughtInIsMadeBeforeItIsChanged() => Assert.Equal(
        """[{"op":"add","path":"/metadata","value":{}},{"op":"add","path":"/metadata/labels","value":{"a":"b"}}]""",
        await PatchAsync("""{"spec":{"size":4}}""", gadget => gadget.Metadata.Labels = new Dictionary<string, string> { ["a"] = "b" }));

    [Fact]
    public async Task NoChangeIsNoPatch() => Assert.Null(await PatchAsync("""{"spec":{"size":4,"unknown":1}}""", _ => { }));

    [Fact]
    public async Task AValidatingWebhookChangesNothing()
    {
        var response = await ReviewAsync(
            new ValidatingWebhook<Gadget>("/v", Gadget.ResourceType, Changing(gadget => gadget.Spec!.Color = "red")), """{"spec":{}}""");
        Assert.Null(response["patch"]);
    }

    [Theory]
    [InlineData("{\"spec\":{\"size\":\"old\"}}", "{\"spec\":{\"size\":\"new\"}}", true)]
    [InlineData("{\"spec\":{\"size\":3}}", "{\"metadata\":{\"deletionTimestamp\":\"2026-01-01T00:00:00Z\"},\"spec\":{\"size\":\"new\"}}", true)]
    [InlineData("{\"spec\":{\"size\":\"old\"}}", "{\"spec\":{\"size\":3}}", true)]
    [InlineData("{\"spec\":{\"size\":3}}", "{\"spec\":{\"size\":\"new\"}}", false)]
    public async Task WhatIsStoredAndCannotBeReadMayBeMendedAndGo(string old, string changed, bool isAllowed)
    {
        var webhook = new ValidatingWebhook<Gadget>("/v", Gadget.ResourceType, new Reviewer(_ => AdmissionDecision.Allow()));
        var response = await ReviewAsync(webhook, changed, $"\"oldObject\":{old},", "UPDATE");

        Assert.Equal(isAllowed, (bool)response["allowed"]!);
    }

    [Fact]
    public async Task AReviewerThatThrowsRefusesItsRequestAlone()
    {
        var response = await ReviewAsync(
            new ValidatingWebhook<Gadget>("/v", Gadget.ResourceType, new Reviewer(_ => throw new InvalidOperationException("out of order"))), "{}");
        Assert.Equal((false, 500), ((bool)response["allowed"]!, (int)response["status"]!["code"]!));
        Assert.Contains("out of order", (string?)response["status"]!["message"]);
    }

    [Fact]
    public async Task AnObjectThatTheTypeCannotReadIsRefusedWithItsPlace()
    {
        var response = await ReviewAsync(
            new ValidatingWebhook<Gadget>("/v", Gadget.ResourceType, new Reviewer(_ => AdmissionDecision.Allow())), """{"spec":{"size":"big"}}""");
        Assert.Equal(400, (int)response["status"]!["code"]!);
        Assert.Contains("$.spec.size", (string?)response["status"]!["message"]);
    }

    private static async Task<string?> PatchAsync(string value, Action<Gadget> change)
    {
        var response = await ReviewAsync(new MutatingWebhook<Gadget>("/v", Gadget.ResourceType, Changing(change)), value);
        Assert.Equal(response["patch"] is null ? null : "JSONPatch", (string?)response["patchType"]);
        return response["patch"] is { } patch ? Encoding.UTF8.GetString(Convert.FromBase64String((string)patch!)) : null;
    }

    private static Reviewer Changing(Action<Gadget> change) => new(request =>
    {
        change(request.Object!);
        return AdmissionDecision.Allow();
    });

    private static async Task<JsonObject> ReviewAsync(Webhook webhook, string value, string members = "", string operation = "CREATE")
    {
        await using var run = await WebhookRun.StartAsync(webhook);
        var (code, body) = await run.PostAsync(
            "/v", $$$"""{"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","request":{"uid":"u1","operation":"{{{operation}}}",{{{members}}}"object":{{{value}}}}}""");
        Assert.Equal((200, "AdmissionReview"), (code, (string?)body["kind"]));
        return body["response"]!.AsObject();
    }

    private sealed class Reviewer(Func<AdmissionRequest<Gadget>, AdmissionDecision> decide) : IAdmissionReviewer<Gadget>
    {
        public ValueTask<AdmissionDecision> ReviewAsync(AdmissionRequest<Gadget> request, CancellationToken cancellationToken) =>
            ValueTask.FromResult(decide(request));
    }
}
