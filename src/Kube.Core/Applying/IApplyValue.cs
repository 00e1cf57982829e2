using System.Text.Json;
using k8s;
using k8s.Models;

namespace Kube;

/// <summary>A part of what server-side apply sends. Only members that are set are written.</summary>
public interface IApplyValue
{
    /// <summary>Writes the members that are set as one JSON object.</summary>
    /// <param name="writer">Receives the object.</param>
    void WriteTo(Utf8JsonWriter writer);
}

/// <summary>What server-side apply sends of one object: the generated <c>XxxApply</c> of a kind.</summary>
/// <typeparam name="T">The kind.</typeparam>
public interface IApplyConfiguration<T> : IApplyValue
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    /// <summary>Name, namespace, labels, annotations and the like.</summary>
    V1ObjectMeta Metadata { get; }
}
