using System.Xml.Linq;

namespace Kube.Packages.Tests.Support;

/// <summary>
/// The packages of this build in a folder that serves as a feed, and the settings of NuGet for projects that use it. Packages of others are
/// kept between runs; ours never, because their version stays the same while their content changes.
/// </summary>
public sealed class PackageFeed : IAsyncLifetime
{
    private static readonly string[] s_projects = ["Kube.Core", "Kube.Runtime", "Kube.Testing", "Ray.Api"];

    /// <summary>Folder that everything is made in; deleted at the end.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("kube-packages-").FullName;

    /// <summary>The feed.</summary>
    public string Folder => Path.Combine(Root, "feed");

    /// <summary>Where restored packages are kept.</summary>
    public static string Cache => Path.Combine(Repository.Root, "artifacts", "consumer-packages");

    public async ValueTask InitializeAsync()
    {
        foreach (var package in s_projects.Select(p => Path.Combine(Cache, p.ToLowerInvariant())).Where(Directory.Exists))
        {
            Directory.Delete(package, recursive: true);
        }

        Directory.CreateDirectory(Folder);
        WriteNuGetConfig();
        var pack = await Dotnet.RunAsync(
            Repository.Root, RestoredPackages(), ["msbuild", "eng/Packages.proj", "-nologo", "-verbosity:quiet", "-maxCpuCount",
            "-p:NoBuild=true", $"-p:Configuration={Repository.Configuration}", $"-p:PackageOutputPath={Folder}/"]);
        Assert.True(pack.ExitCode == 0, pack.Output);
        Assert.Equal(s_projects, Directory.EnumerateFiles(Folder, "*.nupkg").Select(f => Path.GetFileName(f).Replace(".0.1.0.nupkg", "", StringComparison.Ordinal)).Order());
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Root, recursive: true);
        return ValueTask.CompletedTask;
    }

    // The repository's own sources and one more, which alone may serve our packages.
    private void WriteNuGetConfig()
    {
        var config = XDocument.Load(Path.Combine(Repository.Root, "nuget.config"));
        config.Root!.Element("packageSources")!.Add(new XElement("add", new XAttribute("key", "local"), new XAttribute("value", Folder)));
        config.Root.Element("packageSourceMapping")!.Add(new XElement(
            "packageSource",
            new XAttribute("key", "local"),
            s_projects.Select(p => new XElement("package", new XAttribute("pattern", p)))));
        config.Save(Path.Combine(Root, "nuget.config"));
    }

    // Packing reads the packages that the build restored.
    private static string RestoredPackages() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
