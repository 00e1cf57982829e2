using System.Text.Json;
using k8s.Models;
using Kube;
using Ray.Api;

namespace Ray.Operator.RayClusters.Desired;

/// <summary>Copies templates, so that building never changes the cluster that it reads.</summary>
internal static class TemplateCopy
{
    /// <summary>
    /// A deep copy whose metadata, spec and container lists exist and hold no nulls. A template without containers gets an empty one:
    /// validation refuses such a cluster first, and the API server would refuse the pod.
    /// </summary>
    public static V1PodTemplateSpec Of(V1PodTemplateSpec? template)
    {
        var copy = template is null ? new() : Clone(template);
        copy.Metadata ??= new();
        copy.Spec ??= new();
        copy.Spec.Containers = WithoutNulls(copy.Spec.Containers) ?? [];
        copy.Spec.InitContainers = WithoutNulls(copy.Spec.InitContainers);
        copy.Spec.Volumes = WithoutNulls(copy.Spec.Volumes);
        if (copy.Spec.Containers.Count == 0)
        {
            copy.Spec.Containers.Add(new());
        }

        foreach (var container in copy.Spec.Containers.Concat(copy.Spec.InitContainers ?? []))
        {
            container.Env = WithoutNulls(container.Env);
            container.Ports = WithoutNulls(container.Ports);
            container.VolumeMounts = WithoutNulls(container.VolumeMounts);
        }

        return copy;
    }

    /// <summary>A deep copy of a service.</summary>
    public static V1Service Of(V1Service service) => Clone(service);

    /// <summary>A deep copy of a container.</summary>
    public static V1Container Of(V1Container container) => Clone(container);

    private static T Clone<T>(T value)
        where T : class
    {
        var json = KubeJson.TypeInfo<T>(RayJsonContext.Default);
        return JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(value, json), json)!;
    }

    private static List<T>? WithoutNulls<T>(IList<T>? items)
        where T : class => items?.Where(item => item is not null).ToList();
}
