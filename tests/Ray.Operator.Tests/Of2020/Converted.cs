using System.Runtime.CompilerServices;
using System.Text.Json;
using k8s.Models;
using Ray.Api;
using Ray.Api.V1Alpha1;
using Ray.Operator.Tests.Desired;
using Ray.Operator.Yaml;
using RayCluster = Ray.Api.V1.RayCluster;

namespace Ray.Operator.Tests.Of2020;

/// <summary>Clusters that were written in the API of 2020, as conversion hands them to the operator.</summary>
internal static class Converted
{
    /// <summary>A cluster of samples/v1alpha1, with what the server gives it.</summary>
    public static RayCluster Sample(string file, [CallerFilePath] string test = "")
    {
        var path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(test)!, "../../../samples/v1alpha1", $"ray-cluster.{file}.yaml"));
        return From(File.ReadAllText(path));
    }

    /// <summary>A manifest of v1alpha1, with what the server gives it.</summary>
    public static RayCluster From(string manifest)
    {
        var cluster = RayClusterConversion.ToHub(
            YamlJson.Of(YamlReader.Read(manifest)!).Deserialize(RayV1Alpha1JsonContext.Default.RayCluster)!);
        cluster.Metadata.NamespaceProperty = "default";
        cluster.Metadata.Uid = "0b9d6e0c-0000-4000-8000-000000000001";
        return cluster;
    }

    /// <summary>Marks a cluster as one that was written in the API of 2020.</summary>
    public static RayCluster Mark(this RayCluster cluster)
    {
        cluster.Metadata.Annotations ??= new Dictionary<string, string>();
        cluster.Metadata.Annotations[RayAnnotations.OriginVersion] = "v1alpha1";
        return cluster;
    }

    /// <summary>The head of a small cluster of 2020.</summary>
    public static V1Pod Head(Action<RayCluster>? change = null) => Desired.Sample.Head(cluster => Change(cluster, change));

    /// <summary>A worker of a small cluster of 2020.</summary>
    public static V1Pod Worker(Action<RayCluster>? change = null) => Desired.Sample.Worker(cluster => Change(cluster, change));

    /// <summary>The Ray container of a head with a command.</summary>
    public static V1Container HeadWith(string[]? command, string[]? arguments) => Head(cluster =>
    {
        cluster.HeadContainer().Command = command;
        cluster.HeadContainer().Args = arguments;
    }).Ray();

    private static void Change(RayCluster cluster, Action<RayCluster>? change)
    {
        cluster.Mark();
        change?.Invoke(cluster);
    }
}
