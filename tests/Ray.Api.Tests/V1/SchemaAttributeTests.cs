using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Kube;
using Ray.Api.Tests.Support;
using Ray.Api.V1;

namespace Ray.Api.Tests.V1;

/// <summary>What the API server demands and fills in.</summary>
public class SchemaAttributeTests
{
    [Fact]
    public void Required_members_are_those_of_the_API()
    {
        var required = Properties().Where(property => property.IsDefined(typeof(RequiredAttribute))).Select(NameOf);

        Assert.Equal(
            [
                "HeadGroupSpec.Template", "RayClusterSpec.HeadGroupSpec", "WorkerGroupNetworkPolicy.GroupName", "WorkerGroupSpec.GroupName",
                "WorkerGroupSpec.MaxReplicas", "WorkerGroupSpec.MinReplicas", "WorkerGroupSpec.Template",
            ],
            required.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Defaults_are_those_of_the_API()
    {
        var defaults = Properties()
            .Select(property => (Name: NameOf(property), property.GetCustomAttribute<DefaultAttribute>()?.Json))
            .Where(pair => pair.Json is not null)
            .Select(pair => $"{pair.Name}={pair.Json}");

        Assert.Equal(
            [
                "NetworkPolicyConfig.Mode=\"DenyAll\"", "WorkerGroupSpec.MaxReplicas=2147483647", "WorkerGroupSpec.MinReplicas=0",
                "WorkerGroupSpec.NumOfHosts=1", "WorkerGroupSpec.Priority=0", "WorkerGroupSpec.Replicas=0",
            ],
            defaults.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Printer_columns_stand_in_the_order_users_know() =>
        Assert.Equal(
            [
                "desired workers", "available workers", "cpus", "memory", "gpus", "tpus", "status", "age", "head pod IP", "head service IP",
            ],
            typeof(RayCluster).GetCustomAttributes<PrinterColumnAttribute>().Select(column => column.Name));

    [Fact]
    public void Lists_of_groups_and_conditions_merge_by_key()
    {
        var keys = Properties()
            .Where(property => property.GetCustomAttribute<ListTypeAttribute>() is { Kind: ListKind.Map })
            .Select(property => $"{NameOf(property)}:{string.Join(',', property.GetCustomAttribute<ListTypeAttribute>()!.Keys)}");

        Assert.Equal(
            ["NetworkPolicyConfig.WorkerGroups:GroupName", "RayClusterSpec.WorkerGroupSpecs:GroupName", "RayClusterStatus.Conditions:Type"],
            keys.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<PropertyInfo> Properties() => WireTypes.All().SelectMany(type => type.GetProperties());

    private static string NameOf(PropertyInfo property) => $"{property.DeclaringType!.Name}.{property.Name}";
}
