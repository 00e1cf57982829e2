using System.Text.Json;
using System.Text.Json.Nodes;
using k8s.Models;
using Kube;

namespace Ray.Api.V1Alpha1.Conversion;

/// <summary>Pod templates: any JSON in v1alpha1, typed in v1.</summary>
internal static class TemplateMapping
{
    private const string RaySwitch = "RAY";

    /// <summary>The template for v1.</summary>
    /// <param name="template">The template, or null.</param>
    /// <param name="path">Where it stands, for messages.</param>
    /// <param name="isOf2020">Whether the semantics of 2020 are to be said in v1's terms.</param>
    public static V1PodTemplateSpec? ToHub(JsonObject? template, string path, bool isOf2020)
    {
        if (EmbeddedJson.Read(template, path, KubeJson.TypeInfo<V1PodTemplateSpec>(RayJsonContext.Default)) is not { } typed)
        {
            return null;
        }

        typed.Metadata = EmbeddedJson.MetadataOf(typed.Metadata, withNamespace: !isOf2020);
        if (isOf2020 && typed.Spec?.Containers is { Count: > 0 } containers)
        {
            PutRayFirst(containers);
            PersistedArtefacts.Remove(containers[0], typed.Spec);
        }

        return typed;
    }

    /// <summary>The template for v1alpha1.</summary>
    public static JsonObject? FromHub(V1PodTemplateSpec? template) =>
        template is null ? null : JsonSerializer.SerializeToNode(template, KubeJson.TypeInfo<V1PodTemplateSpec>(RayJsonContext.Default))!.AsObject();

    // v1 runs Ray in the first container. In 2020 the documentation said RAY and the operator looked for ray: either counts.
    private static void PutRayFirst(IList<V1Container> containers)
    {
        for (var index = 1; index < containers.Count && !RunsRay(containers[0]); index++)
        {
            if (RunsRay(containers[index]))
            {
                var ray = containers[index];
                containers.RemoveAt(index);
                containers.Insert(0, ray);
            }
        }
    }

    private static bool RunsRay(V1Container? container) =>
        (container?.Env ?? []).Any(variable => RaySwitch.Equals(variable?.Name, StringComparison.OrdinalIgnoreCase)
            && "true".Equals(variable.Value, StringComparison.OrdinalIgnoreCase));
}
