namespace KubernetesFacts.Go;

/// <summary>A package of the API.</summary>
/// <param name="Group">First part of the group's name, such as <c>core</c> or <c>rbac</c>.</param>
/// <param name="Version">Its version.</param>
/// <param name="Structs">Its structs by name.</param>
/// <param name="Lists">Names of its types that are lists.</param>
internal sealed record GoPackage(
    string Group, string Version, IReadOnlyDictionary<string, GoStruct> Structs, IReadOnlySet<string> Lists)
{
    /// <summary>Whether a type that is written so is a list in JSON; bytes are a text.</summary>
    public bool IsList(string type) => (type.StartsWith("[]", StringComparison.Ordinal) && type != "[]byte") || Lists.Contains(type);
}

/// <summary>The packages of the API below a folder that holds <c>k8s.io</c>.</summary>
internal static class GoPackages
{
    /// <summary>Packages whose structs others embed; the name that a type is written with says which.</summary>
    private static readonly string[] s_meta = ["apimachinery", "pkg", "apis", "meta", "v1"];

    /// <summary>Reads the stable packages: versions such as v1 and v2, no alphas and betas.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder holds no such sources.</exception>
    public static IReadOnlyList<GoPackage> Read(string root)
    {
        var api = Directory.EnumerateDirectories(Path.Combine(root, "k8s.io", "api"))
            .SelectMany(Directory.EnumerateDirectories)
            .Where(folder => IsStable(Path.GetFileName(folder)))
            .Select(folder => Read(Path.GetFileName(Path.GetDirectoryName(folder)!), folder));
        return [.. api.Append(Read("meta", Path.Combine([root, "k8s.io", .. s_meta]))).OrderBy(p => p.Group, StringComparer.Ordinal).ThenBy(p => p.Version, StringComparer.Ordinal)];
    }

    /// <summary>Whether a version is neither alpha nor beta.</summary>
    public static bool IsStable(string version) => version.Length > 1 && version[0] == 'v' && version.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;

    private static GoPackage Read(string group, string folder)
    {
        var structs = new Dictionary<string, GoStruct>(StringComparer.Ordinal);
        var lists = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*.go").Where(IsSource).Order(StringComparer.Ordinal))
        {
            var source = GoReader.Read(File.ReadAllText(file));
            lists.UnionWith(source.Lists);
            foreach (var type in source.Structs)
            {
                structs[type.Name] = type;
            }
        }

        return new(group, Path.GetFileName(folder), structs, lists);
    }

    private static bool IsSource(string file) =>
        Path.GetFileName(file) is var name
        && !name.Contains("generated", StringComparison.Ordinal) && !name.EndsWith("_test.go", StringComparison.Ordinal);
}
