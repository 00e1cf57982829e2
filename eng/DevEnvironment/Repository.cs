using System.Diagnostics;

namespace Ray.DevEnvironment;

/// <summary>Finds the files of the repository that a program was built from.</summary>
public static class Repository
{
    /// <summary>The folder that holds <c>RayOperator.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Variable that names an executable operator, such as one that was compiled ahead of time, to be used instead of the built one.</summary>
    public const string OperatorVariable = "RAY_OPERATOR_EXECUTABLE";

    /// <summary>
    /// How the operator is started: the executable that <see cref="OperatorVariable"/> names, else what was built, in the same configuration
    /// as the calling program.
    /// </summary>
    /// <param name="arguments">Its command line.</param>
    public static ProcessStartInfo OperatorStart(params IEnumerable<string> arguments) =>
        Environment.GetEnvironmentVariable(OperatorVariable) is { Length: > 0 } executable
            ? new(executable, arguments)
            : new("dotnet", [AssemblyOf("ray-operator", "src", "Ray.Operator"), .. arguments]);

    /// <summary>The beginning of a shell's command line that does what <see cref="OperatorStart"/> does.</summary>
    public static string OperatorInShell
    {
        get
        {
            var start = OperatorStart();
            return string.Join(' ', start.ArgumentList.Prepend(start.FileName).Select(part => $"'{part}'"));
        }
    }

    /// <summary>The absolute path of a file or folder of the repository.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>What a project was built to, in the same configuration as the calling program.</summary>
    /// <param name="name">Name of the assembly.</param>
    /// <param name="project">Folder of the project.</param>
    public static string AssemblyOf(string name, params string[] project) =>
        Path.Combine([Root, .. project, "bin", Configuration(), "net10.0", $"{name}.dll"]);

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
