using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kube;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.Commands.Manifests;
using Ray.Operator.Options;

namespace Ray.Operator.Commands.Local;

/// <summary>
/// Judges manifests as <c>validate</c> does, and makes of them what is sent: RayClusters of 2020 are converted here, since the server in memory asks
/// no webhook; what only servers write is left out, so that objects exported from a cluster can be tried. Pure.
/// </summary>
internal static class LocalManifests
{
    private static readonly string s_v1 = Api.V1.RayCluster.ResourceType.Definition.ApiVersion;

    // The owners are not here: the garbage collector would delete the object at once.
    private static readonly string[] s_writtenByServers =
        ["uid", "resourceVersion", "generation", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds", "managedFields", "selfLink", "ownerReferences"];

    /// <summary>The objects in the order in which they are sent, and all that is to be said of the manifests.</summary>
    /// <param name="manifests">The manifests.</param>
    /// <param name="settings">Settings of the operator: gates decide about some fields.</param>
    public static (ImmutableArray<LocalObject> Objects, ImmutableArray<Finding> Findings) Read(IEnumerable<Manifest> manifests, OperatorSettings settings)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var objects = manifests.Select(manifest => Read(manifest, settings, findings)).OfType<LocalObject>().OrderBy(RankOf);
        return ([.. objects], findings.ToImmutable());
    }

    // What others need comes first, as kubectl has it for folders only if the files are named so.
    private static int RankOf(LocalObject item) => (item.ApiVersion, item.Kind) switch
    {
        ("v1", "Namespace") => 0,
        ("apiextensions.k8s.io/v1", "CustomResourceDefinition") => 1,
        (_, Api.V1.RayCluster.KubeKind) => 3,
        _ => 2,
    };

    private static LocalObject? Read(Manifest manifest, OperatorSettings settings, ImmutableArray<Finding>.Builder findings)
    {
        var json = manifest.IsRayCluster ? ReadCluster(manifest, settings, findings) : Trimmed(manifest.Json);
        if (json is null)
        {
            return null;
        }

        if (manifest.ApiVersion.Length == 0 || manifest.Kind.Length == 0 || json["metadata"] is not JsonObject metadata)
        {
            findings.Add(manifest.Finding("", "is no object of Kubernetes; begin with apiVersion, kind and metadata"));
            return null;
        }

        foreach (var field in (string[])["name", "generateName", "namespace"])
        {
            if (metadata[field] is { } value && TextOf(value) is null)
            {
                findings.Add(manifest.Finding($"metadata.{field}", "is no text; quote it"));
                return null;
            }
        }

        if (TextOf(metadata["name"]) is null && TextOf(metadata["generateName"]) is null)
        {
            findings.Add(manifest.Finding("metadata.name", "there is no name; give it one"));
            return null;
        }

        return new(manifest, json);
    }

    private static JsonObject? ReadCluster(Manifest manifest, OperatorSettings settings, ImmutableArray<Finding>.Builder findings)
    {
        var (cluster, judged) = ManifestValidator.Validate(manifest, settings);
        findings.AddRange(judged);
        if (cluster is null || judged.Any(finding => finding.IsError))
        {
            return null;
        }

        // What stands in a manifest of v1 is sent as it stands: defaults are the server's to fill in.
        return Trimmed(manifest.ApiVersion == s_v1
            ? manifest.Json
            : JsonSerializer.SerializeToNode(cluster, KubeJson.TypeInfo<RayCluster>(RayJsonContext.Default))!.AsObject());
    }

    private static JsonObject Trimmed(JsonObject stored)
    {
        var json = (JsonObject)stored.DeepClone();
        json.Remove("status");
        if (json["metadata"] is JsonObject metadata)
        {
            foreach (var name in s_writtenByServers)
            {
                metadata.Remove(name);
            }
        }

        return json;
    }

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
