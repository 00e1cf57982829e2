using System.Reflection;
using Ray.Api.V1;

namespace Ray.Api.Tests.Support;

internal static class WireTypes
{
    /// <summary>Every type of the API that appears on the wire: constants and clients are left out.</summary>
    public static IEnumerable<Type> All() =>
        typeof(RayCluster).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == "Ray.Api.V1" && type is { IsClass: true, IsAbstract: false } && IsRecord(type) && !type.IsAssignableTo(typeof(Kube.IApplyValue)));

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$", BindingFlags.Public | BindingFlags.Instance) is not null;
}
