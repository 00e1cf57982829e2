namespace Kube.Packages.Tests.Support;

/// <summary>The repository that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The configuration of the test's own build: bin/configuration/framework/.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Parent!.Name;

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "RayOperator.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No RayOperator.sln above {AppContext.BaseDirectory}: run the tests from a clone.");
    }
}
