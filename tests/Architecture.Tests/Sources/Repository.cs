namespace Architecture.Tests.Sources;

/// <summary>The repository that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The C# files that people wrote below a folder; none when the folder does not exist.</summary>
    public static IReadOnlyList<SourceFile> SourcesOf(params IEnumerable<string> folders) =>
        [.. folders.SelectMany(folder => FilesOf(folder, "*.cs")).Select(path => new SourceFile(path, File.ReadAllText(System.IO.Path.Combine(Root, path))))];

    /// <summary>The project files below a folder.</summary>
    public static IEnumerable<string> ProjectsOf(string folder) => FilesOf(folder, "*.csproj");

    /// <summary>Files by their paths from the root, with slashes, ordered, without what the build made.</summary>
    public static IEnumerable<string> FilesOf(string folder, string pattern)
    {
        var start = System.IO.Path.Combine(Root, folder);
        return !Directory.Exists(start)
            ? []
            : Directory.EnumerateFiles(start, pattern, SearchOption.AllDirectories)
                .Select(file => System.IO.Path.GetRelativePath(Root, file).Replace('\\', '/'))
                .Where(file => !file.Split('/').Any(part => part is "bin" or "obj"))
                .Order(StringComparer.Ordinal);
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "RayOperator.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No RayOperator.sln above {AppContext.BaseDirectory}: run the tests from a clone.");
    }
}
