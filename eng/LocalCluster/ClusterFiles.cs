using System.Globalization;
using Kube.Testing;

namespace LocalCluster;

/// <summary>The cluster's folder. Whoever holds the lock is the cluster; files alone never prove that it is alive.</summary>
internal sealed record ClusterFiles(string Root)
{
    public string Data => Path.Combine(Root, "data");

    public string Log => Path.Combine(Root, "cluster.log");

    /// <summary>Written last: it says that the cluster can be used.</summary>
    public string KubeConfig => Path.Combine(Root, "kubeconfig");

    private string ProcessId => Path.Combine(Root, "pid");

    private string LockFile => Path.Combine(Root, "lock");

    public static ClusterFiles InUserCache() => new(Path.Combine(ControlPlaneBinaries.CacheDirectory(), "cluster"));

    public bool IsAlive()
    {
        using var free = TryLock();
        return free is null;
    }

    /// <summary>Removes what a killed cluster left behind, its "ready" mark above all. False when a cluster is alive.</summary>
    public bool ClearUnlessAlive()
    {
        using var free = TryLock();
        if (free is null)
        {
            return false;
        }

        Clear();
        return true;
    }

    /// <summary>Takes the lock although others may be looking at it in passing; null when a cluster has it.</summary>
    public async Task<FileStream?> LockAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            if (TryLock() is { } taken)
            {
                return taken;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellationToken);
        }

        return null;
    }

    public bool IsReady() => File.Exists(KubeConfig) && IsAlive();

    public void WriteProcessId() => File.WriteAllText(ProcessId, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));

    /// <summary>The process of the cluster. Only to be trusted while the lock is held.</summary>
    public int? ReadProcessId() =>
        File.Exists(ProcessId) && int.TryParse(File.ReadAllText(ProcessId), CultureInfo.InvariantCulture, out var id) && id > 1 ? id : null;

    /// <summary>Removes everything but the log, which may be wanted afterwards. Only the holder of the lock may do so.</summary>
    public void Clear()
    {
        File.Delete(KubeConfig);
        File.Delete(ProcessId);
        if (Directory.Exists(Data))
        {
            Directory.Delete(Data, recursive: true);
        }
    }

    /// <summary>Takes the lock until the stream is disposed or the process ends, however it ends; null when a cluster has it.</summary>
    private FileStream? TryLock()
    {
        Directory.CreateDirectory(Root);
        try
        {
            return new FileStream(LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
