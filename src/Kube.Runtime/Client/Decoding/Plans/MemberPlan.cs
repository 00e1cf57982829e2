using System.Text;
using System.Text.Json.Serialization.Metadata;
using k8s.Models;

namespace Kube.Runtime.Client.Decoding.Plans;

/// <summary>A member of an object.</summary>
/// <param name="property">What the serializer knows of it.</param>
/// <param name="required">Its bit among the required members; 0 when it may be absent.</param>
/// <param name="plans">Has the plan of its value.</param>
internal sealed class MemberPlan(JsonPropertyInfo property, ulong required, PlanCatalog plans)
{
    /// <summary>Its name in JSON.</summary>
    public byte[] Name { get; } = Encoding.UTF8.GetBytes(property.Name);

    /// <summary>Whether it is what servers note of field managers.</summary>
    public bool IsManagedFields { get; } = property.DeclaringType == typeof(V1ObjectMeta) && property.Name == "managedFields";

    /// <summary>Sets it; null when it is only written.</summary>
    public Action<object, object?>? Set { get; } = property.Set;

    /// <summary>Its bit among the required members.</summary>
    public ulong Required { get; } = required;

    /// <summary>Reads its value. Made when it is first met: a pod has members of a hundred types, of which most are never used.</summary>
    public ValuePlan Value => field ??= plans.PlanOf(property.PropertyType);
}
