using System.IO.Compression;
using System.Xml.Linq;
using Kube.Packages.Tests.Support;

namespace Kube.Packages.Tests;

/// <summary>What is in the packages, and what they ask for.</summary>
public sealed class ContentTests(PackageFeed feed)
{
    [Theory]
    [InlineData("Kube.Core")]
    [InlineData("Kube.Runtime")]
    [InlineData("Kube.Testing")]
    [InlineData("Ray.Api")]
    public void Every_package_is_whole(string id)
    {
        using var package = Open(id, "nupkg");
        var files = package.Entries.Select(e => e.FullName).ToList();
        Assert.Subset(files.ToHashSet(), new HashSet<string> { "README.md", "icon.png", "NOTICE", $"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml" });
        using var symbols = Open(id, "snupkg");
        Assert.Contains(symbols.Entries, e => e.FullName == $"lib/net10.0/{id}.pdb");

        var metadata = Specification(package);
        Assert.Equal("Apache-2.0", metadata["license"]);
        Assert.All(new[] { "description", "readme", "icon", "tags", "authors" }, name => Assert.NotEmpty(metadata[name]));

        // A lowest version each; none is nailed down.
        Assert.All(Dependencies(package), d => Assert.Matches(@"^[0-9]+(\.[0-9]+)+(-.*)?$", d.Version));
    }

    [Fact]
    public void The_core_package_carries_generator_writer_and_build_files()
    {
        using var package = Open("Kube.Core", "nupkg");
        var files = package.Entries.Select(e => e.FullName).ToHashSet();
        Assert.Subset(files, new HashSet<string>
        {
            "analyzers/dotnet/cs/Kube.Generators.dll", "analyzers/dotnet/cs/Kube.CodeFixes.dll",
            "build/Kube.Core.props", "build/Kube.Core.targets", "buildTransitive/Kube.Core.props", "buildTransitive/Kube.Core.targets",
            "tools/net10.0/kube-crd-writer.dll", "tools/net10.0/kube-crd-writer.runtimeconfig.json", "tools/net10.0/Kube.Generators.dll",
        });
        Assert.DoesNotContain(files, f => Path.GetFileName(f).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
        Assert.Equal(["KubernetesClient", "YamlDotNet"], Dependencies(package).Select(d => d.Id).Order());
    }

    [Fact]
    public void The_generator_comes_with_the_runtime_and_not_with_an_api()
    {
        using var runtime = Open("Kube.Runtime", "nupkg");
        Assert.Equal("", Dependencies(runtime).Single(d => d.Id == "Kube.Core").Excluded);
        using var api = Open("Ray.Api", "nupkg");
        Assert.Contains("Analyzers", Dependencies(api).Single(d => d.Id == "Kube.Core").Excluded, StringComparison.Ordinal);
    }

    private ZipArchive Open(string id, string extension) => ZipFile.OpenRead(Path.Combine(feed.Folder, $"{id}.0.1.0.{extension}"));

    private static XElement Root(ZipArchive package)
    {
        using var stream = package.Entries.Single(e => e.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(stream).Root!.Elements().Single();
    }

    private static Dictionary<string, string> Specification(ZipArchive package) =>
        Root(package).Elements().ToDictionary(e => e.Name.LocalName, e => e.Value);

    private static List<(string Id, string Version, string Excluded)> Dependencies(ZipArchive package) =>
    [
        .. Root(package).Descendants().Where(e => e.Name.LocalName == "dependency")
            .Select(e => ((string)e.Attribute("id")!, (string)e.Attribute("version")!, (string?)e.Attribute("exclude") ?? "")),
    ];
}
