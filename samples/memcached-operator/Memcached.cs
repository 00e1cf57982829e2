using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using k8s.Models;
using Kube;

namespace MemcachedOperator;

/// <summary>A memcached server with a number of replicas.</summary>
[KubernetesEntity(Group = "cache.example.com", ApiVersion = "v1alpha1", Kind = "Memcached", PluralName = "memcacheds")]
[CustomResource(ShortNames = ["mc"], JsonContext = typeof(MemcachedJson))]
[PrinterColumn("Size", ".spec.size")]
[PrinterColumn("Ready", ".status.readyReplicas")]
[PrinterColumn("Age", ".metadata.creationTimestamp", Type = PrinterColumnType.Date)]
public sealed partial record Memcached : CustomResource<MemcachedSpec, MemcachedStatus>;

/// <summary>What is wanted.</summary>
public sealed record MemcachedSpec
{
    /// <summary>Number of servers.</summary>
    [Range(0, 100)]
    public int Size { get; set; } = 1;

    /// <summary>Image of the servers.</summary>
    [StringLength(255, MinimumLength = 1)]
    public string Image { get; set; } = "memcached:1.6-alpine";

    /// <summary>Memory of each server for items, in mebibytes.</summary>
    [Range(1, 65536)]
    public int MemoryMegabytes { get; set; } = 64;
}

/// <summary>What was observed.</summary>
public sealed record MemcachedStatus
{
    /// <summary>Generation of the object that this status is about.</summary>
    public long? ObservedGeneration { get; set; }

    /// <summary>Number of servers that are ready.</summary>
    public int? ReadyReplicas { get; set; }
}

/// <summary>Source-generated JSON of the kind.</summary>
[JsonSerializable(typeof(Memcached))]
internal sealed partial class MemcachedJson : JsonSerializerContext;
