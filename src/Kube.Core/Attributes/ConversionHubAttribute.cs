using k8s;
using k8s.Models;

namespace Kube;

/// <summary>
/// Objects of this version, a spoke, are converted by way of another, the hub: the stored version of the kind. With a mapping the class gets a
/// static property <c>Conversion</c>, a <see cref="LosslessConversion{TSpoke, THub}"/> of its functions, and the compiler checks that every
/// field of the version has one of the same path in the hub, or says with <see cref="HubFieldAttribute"/> or <see cref="NotInHubAttribute"/>
/// what becomes of it. Fields that the hub alone has need nothing.
/// </summary>
/// <typeparam name="THub">Class of the hub.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ConversionHubAttribute<THub> : Attribute
    where THub : class, IKubernetesObject<V1ObjectMeta>
{
    /// <summary>The version is converted by functions of your own, about which the compiler says nothing.</summary>
    public ConversionHubAttribute()
    {
    }

    /// <summary>The version is converted by a mapping.</summary>
    /// <param name="mapping">
    /// A type with the static methods <c>THub ToHub(TSpoke)</c> and <c>TSpoke FromHub(THub)</c>, which map what both versions can say. They are
    /// pure.
    /// </param>
    public ConversionHubAttribute(Type mapping) => Mapping = mapping;

    /// <summary>The type that maps; null for functions of your own.</summary>
    public Type? Mapping { get; }

    /// <summary>
    /// Key of the annotation in which each version keeps what the other says and it cannot. Default: <c>conversion-&lt;version&gt;</c> in
    /// the group of the kind, such as <c>example.com/conversion-v1alpha1</c>. Changed, it forgets what stored objects keep.
    /// </summary>
    public string? Annotation { get; set; }
}
