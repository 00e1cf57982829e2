namespace Kube.Packages.Tests.Support;

/// <summary>A project of a user: outside the repository, with the packages and nothing else of ours.</summary>
internal sealed class Consumer
{
    private Consumer(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>Path of the definition that the build writes.</summary>
    public string Crd => PathOf("crd", "example.com_widgets.yaml");

    /// <summary>Makes a project of the sources under <c>Consumers</c>: the kind that all share, and those of a template.</summary>
    /// <param name="feed">Where the packages are.</param>
    /// <param name="template">Folder under <c>Consumers</c>.</param>
    /// <param name="name">Name of the new project's folder.</param>
    public static Consumer Create(PackageFeed feed, string template, string name) => Of(feed, name, "Shared", template);

    /// <summary>Makes a project of the sources of one template alone.</summary>
    /// <param name="feed">Where the packages are.</param>
    /// <param name="template">Folder under <c>Consumers</c>.</param>
    public static Consumer CreateAlone(PackageFeed feed, string template) => Of(feed, template.ToLowerInvariant(), template);

    private static Consumer Of(PackageFeed feed, string name, params string[] templates)
    {
        var consumer = new Consumer(Path.Combine(feed.Root, name));
        Directory.CreateDirectory(consumer.Folder);
        foreach (var file in templates.SelectMany(t => Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Consumers", t))))
        {
            // Sources are named .txt in our tree, so that neither compiler nor formatter takes them for ours.
            File.Copy(file, consumer.PathOf(Path.GetFileNameWithoutExtension(file)));
        }

        return consumer;
    }

    public string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);

    public void Replace(string file, string old, string @new)
    {
        var text = File.ReadAllText(PathOf(file));
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(PathOf(file), text.Replace(old, @new, StringComparison.Ordinal));
    }

    public Task<CommandResult> BuildAsync(params IEnumerable<string> arguments) => RunAsync(["build", "--nologo", .. arguments]);

    /// <summary>Builds, and fails the test with the output when that fails or warns.</summary>
    public async Task<string> BuildCleanlyAsync(params IEnumerable<string> arguments)
    {
        var build = await BuildAsync(arguments);
        Assert.True(build.ExitCode == 0, build.Output);
        Assert.DoesNotContain("warning", build.Output.Replace("0 Warning(s)", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        return build.Output;
    }

    public Task<CommandResult> RunAsync(IEnumerable<string> arguments) => Dotnet.RunAsync(Folder, PackageFeed.Cache, arguments);
}
