using System.Text.Json.Serialization.Metadata;
using Kube;
using Ray.Api.V1;

namespace Ray.Api.Tests.Support;

/// <summary>JSON as clients and operator read and write it.</summary>
internal static class SharedJson
{
    public static JsonTypeInfo Of(Type type) => KubeJson.TypeInfo<RayCluster>(RayJsonContext.Default).Options.GetTypeInfo(type);
}
