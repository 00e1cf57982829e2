namespace Ray.DevEnvironment;

/// <summary>Finds the files of the repository that a program was built from.</summary>
public static class Repository
{
    /// <summary>The folder that holds <c>RayOperator.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The operator's program, of the same configuration as the calling program.</summary>
    public static string OperatorAssembly { get; } = Path.Combine(
        Root, "src", "Ray.Operator", "bin", Configuration(), "net10.0", "ray-operator.dll");

    /// <summary>The absolute path of a file or folder of the repository.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "RayOperator.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No RayOperator.sln above {AppContext.BaseDirectory}: run this program from a clone of the repository.");
    }

    // bin/<configuration>/<framework>/ is where every project of the repository is built.
    private static string Configuration() => new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Parent!.Name;
}
