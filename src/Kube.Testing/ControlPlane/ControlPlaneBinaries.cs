namespace Kube.Testing;

/// <summary>Where the binaries of the control plane are.</summary>
/// <param name="Directory">The folder that holds all of them.</param>
public sealed record ControlPlaneBinaries(string Directory)
{
    private const string HowToInstall = "Run `make control-plane` (eng/control-plane/install.sh) once; it takes about 8 minutes.";

    /// <summary>The store.</summary>
    public string Etcd => Path.Combine(Directory, "etcd");

    /// <summary>The API server.</summary>
    public string ApiServer => Path.Combine(Directory, "kube-apiserver");

    /// <summary>The controller manager: garbage collection, service accounts, ReplicaSets, Jobs and so on.</summary>
    public string ControllerManager => Path.Combine(Directory, "kube-controller-manager");

    /// <summary>The scheduler.</summary>
    public string Scheduler => Path.Combine(Directory, "kube-scheduler");

    /// <summary>Finds the binaries: <c>KUBEBUILDER_ASSETS</c> first, then the cache that the installer fills.</summary>
    /// <exception cref="ControlPlaneException">There are none, or some are missing.</exception>
    public static ControlPlaneBinaries Locate()
    {
        var assets = Environment.GetEnvironmentVariable("KUBEBUILDER_ASSETS");
        return string.IsNullOrEmpty(assets)
            ? In(Path.Combine(CacheDirectory(), "control-plane", "bin"))
            : In(assets, $"KUBEBUILDER_ASSETS={assets}: add what is missing there, or unset the variable.");
    }

    /// <summary>The binaries in one folder.</summary>
    /// <exception cref="ControlPlaneException">Some are missing.</exception>
    public static ControlPlaneBinaries In(string directory) => In(directory, HowToInstall);

    /// <summary>The project's folder below the user's cache folder.</summary>
    public static string CacheDirectory()
    {
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        if (string.IsNullOrEmpty(cache))
        {
            cache = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        }

        return Path.Combine(cache, "ray-operator");
    }

    private static ControlPlaneBinaries In(string directory, string remedy)
    {
        var binaries = new ControlPlaneBinaries(directory);
        string[] all = [binaries.Etcd, binaries.ApiServer, binaries.ControllerManager, binaries.Scheduler];
        var missing = all.Where(path => !File.Exists(path)).Select(Path.GetFileName).ToArray();
        return missing.Length == 0
            ? binaries
            : throw new ControlPlaneException(
                $"The control plane's binaries are missing in {directory}: {string.Join(", ", missing)}. {remedy}");
    }
}
