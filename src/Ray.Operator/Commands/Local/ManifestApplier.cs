using System.Text;
using k8s.Models;
using Kube;
using Kube.Runtime.Client;
using Ray.Operator.Commands.Manifests;

namespace Ray.Operator.Commands.Local;

/// <summary>
/// Applies objects as <c>kubectl apply --server-side</c> does, and creates the namespaces that they name. Kinds that the server does not have are
/// passed over with a warning: a folder of manifests may hold more than can be tried here.
/// </summary>
/// <param name="transport">Reaches the server.</param>
/// <param name="resources">What the server has.</param>
/// <param name="defaultNamespace">Namespace of objects that name none.</param>
/// <param name="say">Told of everything that was applied or created.</param>
internal sealed class ManifestApplier(ApiTransport transport, ServedResources resources, string defaultNamespace, Action<string> say)
{
    private const string Query = "fieldManager=ray-operator-local";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);

    private readonly HashSet<string> _namespaces = new(StringComparer.Ordinal);

    /// <summary>Applies all objects, or as many as the server takes.</summary>
    /// <returns>What the server has taken, and what is to be said of the rest: kinds that are not known here, and why the server refuses it.</returns>
    public async Task<(IReadOnlyList<AppliedObject> Objects, IReadOnlyList<Finding> Findings)> ApplyAsync(
        IReadOnlyList<LocalObject> items, CancellationToken cancellationToken)
    {
        var (applied, findings) = (new List<AppliedObject>(), new List<Finding>());
        var mayComeLater = items.Any(item => item.Kind == "CustomResourceDefinition");
        foreach (var item in items)
        {
            if (await FindAsync(item, mayComeLater, cancellationToken) is not { } resource)
            {
                findings.Add(item.Manifest.Finding("kind", $"{item.Kind} of {item.ApiVersion} is not known here; passed over", isError: false));
                continue;
            }

            try
            {
                applied.Add(await SendAsync(item, resource, cancellationToken));
                say(applied[^1].ToString());
            }
            catch (Exception e) when (e is ApiException or ArgumentException)
            {
                findings.Add(item.Manifest.Finding("", $"the server refuses it: {e.Message}"));
            }
        }

        return (applied, findings);
    }

    // A definition among the manifests is served a moment after it was applied.
    private async Task<ResourceDefinition?> FindAsync(LocalObject item, bool mayComeLater, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var resource = await resources.FindAsync(item.ApiVersion, item.Kind, cancellationToken);
            if (resource is not null || !mayComeLater || TimeProvider.System.GetElapsedTime(started) > s_patience)
            {
                return resource;
            }

            await Task.Delay(s_pause, TimeProvider.System, cancellationToken);
        }
    }

    private async Task<AppliedObject> SendAsync(LocalObject item, ResourceDefinition resource, CancellationToken cancellationToken)
    {
        var ns = resource.IsNamespaced ? item.Namespace ?? defaultNamespace : null;
        if (ns is null)
        {
            item.Metadata.Remove("namespace");
        }
        else
        {
            item.Metadata["namespace"] = ns;
            await EnsureAsync(ns, cancellationToken);
        }

        var body = Encoding.UTF8.GetBytes(item.Json.ToJsonString());
        var request = item.Name is { } name
            ? new ApiRequest(HttpMethod.Patch, resource.PathOf(ns, name)) { Query = Query + "&force=true", Body = body, ContentType = MediaTypes.ApplyPatch }
            : new ApiRequest(HttpMethod.Post, resource.PathOf(ns)) { Query = Query, Body = body };
        var stored = await transport.SendAsync(
            request with { Resource = resource }, KubeJson.TypeInfo<PartialObjectMetadata>(KubeUntypedJsonContext.Default), cancellationToken);
        return new(resource, new(stored.Metadata.NamespaceProperty ?? "", stored.Metadata.Name), stored.Metadata.Generation ?? 0);
    }

    private async Task EnsureAsync(string name, CancellationToken cancellationToken)
    {
        if (!_namespaces.Add(name))
        {
            return;
        }

        try
        {
            await new ResourceClient<V1Namespace>(transport, BuiltInResources.Namespaces).CreateAsync(
                new V1Namespace { Metadata = new V1ObjectMeta { Name = name } }, cancellationToken: cancellationToken);
            say($"namespace/{name} created, since a manifest names it");
        }
        catch (ApiException e) when (e.IsAlreadyExists)
        {
            // One that every cluster has, or one of the manifests.
        }
    }
}
