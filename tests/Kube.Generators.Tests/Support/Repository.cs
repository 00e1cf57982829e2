namespace Kube.Generators.Tests.Support;

/// <summary>Files of the repository that the tests are part of.</summary>
internal static class Repository
{
    private static readonly Lazy<string> s_root = new(Find);

    /// <summary>The path of a file or folder.</summary>
    /// <param name="path">Its path from the root of the repository on.</param>
    public static string File(string path) => Path.Combine(s_root.Value, path);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder!.FullName, "RayOperator.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
