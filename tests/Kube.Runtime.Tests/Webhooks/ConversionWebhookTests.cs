using System.Text.Json.Nodes;

namespace Kube.Runtime.Tests.Webhooks;

public sealed class ConversionWebhookTests
{
    private const string Old = """
        {"apiVersion":"webhooks.example.com/v1alpha1","kind":"Gadget","metadata":{"name":"a","uid":"1","managedFields":[{"x":1}],"annotations":{"webhooks.example.com/color":"red","b":"c"}},"spec":{"extent":"3m"}}
        """;

    private const string New = """
        {"apiVersion":"webhooks.example.com/v1","kind":"Gadget","metadata":{"name":"a","uid":"1","managedFields":[{"x":1}],"annotations":{"b":"c"}},"spec":{"size":3,"color":"red"}}
        """;

    [Theory]
    [InlineData(Old, "v1", New)]
    [InlineData(New, "v1alpha1", Old)]
    [InlineData(New, "v1", New)]
    public async Task ObjectsAreConvertedAndKeepTheirMetadata(string from, string version, string to)
    {
        var response = await ConvertAsync(version, from);
        Assert.Equal("Success", (string?)response["result"]!["status"]);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(to), response["convertedObjects"]![0]), response.ToJsonString());
    }

    [Fact]
    public async Task AListOfMixedVersionsIsConvertedInItsOrder()
    {
        var response = await ConvertAsync("v1", Old, New, Old);
        Assert.Equal(3, response["convertedObjects"]!.AsArray().Count);
        Assert.All(response["convertedObjects"]!.AsArray(), item => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(New), item)));
    }

    [Theory]
    [InlineData("v7", New, "no version webhooks.example.com/v7; it has webhooks.example.com/v1, webhooks.example.com/v1alpha1")]
    [InlineData("v1", """{"apiVersion":"webhooks.example.com/v6","kind":"Gadget"}""", "no version webhooks.example.com/v6")]
    [InlineData("v1", """{"apiVersion":"webhooks.example.com/v1alpha1","kind":"Other"}""", "is a Other, no Gadget")]
    [InlineData("v1", "17", "no apiVersion")]
    [InlineData("v1", """{"apiVersion":"webhooks.example.com/v1alpha1","kind":"Gadget","metadata":{"namespace":"n","name":"a"},"spec":{"extent":[]}}""", "'n/a' cannot be converted")]
    [InlineData("v1", """{"apiVersion":"webhooks.example.com/v1alpha1","kind":"Gadget","spec":{"extent":"wide"}}""", "cannot be converted")]
    public async Task WhatCannotBeConvertedFailsWithItsName(string version, string value, string expected)
    {
        var response = await ConvertAsync(version, New, value);
        Assert.Equal("Failure", (string?)response["result"]!["status"]);
        Assert.Contains(expected, (string?)response["result"]!["message"]);
        Assert.Null(response["convertedObjects"]);
    }

    [Theory]
    [InlineData("""{"uid":"u","desiredAPIVersion":"webhooks.example.com/v1"}""", "no objects")]
    [InlineData("""{"uid":"u","objects":[]}""", "no desiredAPIVersion")]
    [InlineData("""{"objects":[]}""", "no uid")]
    public async Task AReviewWithAHoleIsAnsweredWithAStatus(string request, string expected)
    {
        await using var run = await WebhookRun.StartAsync(GadgetConversion.Webhook());
        var (code, status) = await run.PostAsync(
            "/convert", $$$"""{"apiVersion":"apiextensions.k8s.io/v1","kind":"ConversionReview","request":{{{request}}}}""");
        Assert.Equal((400, "Status"), (code, (string?)status["kind"]));
        Assert.Contains(expected, (string?)status["message"]);
    }

    [Fact]
    public void AVersionOfAnotherKindIsNoSpoke() => Assert.Throws<ArgumentException>(
        () => GadgetConversion.Webhook().Add(RealCluster.Widget.ResourceType, _ => new Gadget(), _ => new RealCluster.Widget()));

    private static async Task<JsonObject> ConvertAsync(string version, params string[] objects)
    {
        await using var run = await WebhookRun.StartAsync(GadgetConversion.Webhook());
        var request = $$"""{"uid":"u1","desiredAPIVersion":"webhooks.example.com/{{version}}","objects":[{{string.Join(",", objects)}}]}""";
        var (code, body) = await run.PostAsync(
            "/convert", $$$"""{"apiVersion":"apiextensions.k8s.io/v1","kind":"ConversionReview","request":{{{request}}},"response":{"uid":"","result":{"metadata":{} } } }""");
        Assert.Equal((200, "u1"), (code, (string?)body["response"]?["uid"]));
        return body["response"]!.AsObject();
    }
}
