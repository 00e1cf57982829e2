using System.ComponentModel.DataAnnotations;
using Kube;

namespace Ray.Api.V1;

/// <summary>Where the Global Control Service (GCS) of the head keeps its state, so that it survives the head pod.</summary>
public sealed record GcsFaultToleranceOptions
{
    /// <summary>Kind of storage. Default: redis.</summary>
    [AllowedValues(GcsFaultToleranceBackend.Redis, GcsFaultToleranceBackend.RocksDb)]
    [CelRule("self == oldSelf", Message = "gcsFaultToleranceOptions.backend is immutable")]
    public string? Backend { get; set; }

    /// <summary>Address of Redis, as host:port or URL. For the redis backend.</summary>
    public string? RedisAddress { get; set; }

    /// <summary>User name at Redis.</summary>
    public RedisCredential? RedisUsername { get; set; }

    /// <summary>Password at Redis.</summary>
    public RedisCredential? RedisPassword { get; set; }

    /// <summary>Prefix of this cluster's keys. Default: the UID of the cluster.</summary>
    public string? ExternalStorageNamespace { get; set; }

    /// <summary>Persistent volume of the rocksdb backend.</summary>
    public GcsEmbeddedStorage? Storage { get; set; }
}
