namespace Ray.Api.V1;

/// <summary>Where the control service of the head keeps its state.</summary>
public static class GcsFaultToleranceBackend
{
    /// <summary>In Redis.</summary>
    public const string Redis = "redis";

    /// <summary>In a RocksDB on a persistent volume of the head.</summary>
    public const string RocksDb = "rocksdb";
}
