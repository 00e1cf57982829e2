using System.Text.Json;
using System.Text.Json.Nodes;
using k8s.Models;

namespace Kube;

/// <summary>The scale subresource: how many replicas are wanted and there, in one form for all kinds.</summary>
public sealed partial class ResourceClient<T>
{
    private const string Scale = "scale";

    /// <summary>Reads the scale of an object.</summary>
    public Task<V1Scale> GetScaleAsync(string name, string? @namespace, CancellationToken cancellationToken = default) =>
        transport.SendAsync(
            Request(HttpMethod.Get, Path(@namespace, name, Scale), ""), KubeJson.TypeInfo<V1Scale>(KubeJsonContext.Default), cancellationToken);

    /// <summary>Sets the wanted number of replicas, whatever it was.</summary>
    public Task<V1Scale> ScaleAsync(
        string name, string? @namespace, int replicas, WriteOptions? options = null, CancellationToken cancellationToken = default) =>
        PatchScaleAsync(
            name, @namespace, Patch.Merge(new() { ["spec"] = new JsonObject { ["replicas"] = replicas } }), options, cancellationToken);

    /// <summary>Patches the scale.</summary>
    public Task<V1Scale> PatchScaleAsync(
        string name, string? @namespace, Patch patch, WriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(patch);
        var request = Request(HttpMethod.Patch, Path(@namespace, name, Scale), RequestQuery.Of(options));
        return transport.SendAsync(
            request with { Body = patch.Body, ContentType = patch.ContentType }, KubeJson.TypeInfo<V1Scale>(KubeJsonContext.Default), cancellationToken);
    }

    /// <summary>Replaces the scale. With a resource version in its metadata it fails with a conflict when the object was written meanwhile.</summary>
    public Task<V1Scale> ReplaceScaleAsync(
        string name, string? @namespace, V1Scale scale, WriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scale);
        var json = KubeJson.TypeInfo<V1Scale>(KubeJsonContext.Default);
        var body = JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(scale, json), json)!;
        (body.ApiVersion, body.Kind) = ("autoscaling/v1", "Scale");
        body.Metadata ??= new();
        (body.Metadata.Name, body.Metadata.NamespaceProperty) = (name, @namespace);
        var request = Request(HttpMethod.Put, Path(@namespace, name, Scale), RequestQuery.Of(options));
        return transport.SendAsync(request with { Body = JsonSerializer.SerializeToUtf8Bytes(body, json) }, json, cancellationToken);
    }

    /// <summary>
    /// Reads the scale, lets <paramref name="mutate"/> change it, and writes it; starts again while other writers are faster. Nothing is
    /// written when the wanted number stays.
    /// </summary>
    public Task<V1Scale> UpdateScaleAsync(
        string name, string? @namespace, Action<V1Scale> mutate, WriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mutate);
        return ConflictRetry.RunAsync(TryAsync, cancellationToken);

        async Task<V1Scale?> TryAsync()
        {
            var scale = await GetScaleAsync(name, @namespace, cancellationToken).ConfigureAwait(false);
            var before = scale.Spec?.Replicas;
            mutate(scale);
            try
            {
                return scale.Spec?.Replicas == before
                    ? scale
                    : await ReplaceScaleAsync(name, @namespace, scale, options, cancellationToken).ConfigureAwait(false);
            }
            catch (ApiException e) when (e.IsConflict)
            {
                return null;
            }
        }
    }
}
