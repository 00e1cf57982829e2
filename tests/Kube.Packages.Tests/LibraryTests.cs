using Kube.Packages.Tests.Support;

namespace Kube.Packages.Tests;

/// <summary>What one PackageReference gives to a project with an annotated type.</summary>
public sealed class LibraryTests(PackageFeed feed)
{
    [Fact]
    public async Task The_build_writes_the_definition_once_and_ci_guards_it()
    {
        var consumer = Consumer.Create(feed, "Library", "library");
        await consumer.BuildCleanlyAsync();
        var written = await File.ReadAllTextAsync(consumer.Crd, TestContext.Current.CancellationToken);
        Assert.Contains("description: 'How large the widget is: a description from a comment.'", written, StringComparison.Ordinal);
        Assert.Contains("maximum: 10", written, StringComparison.Ordinal);
        var page = consumer.PathOf("docs", "example.com_widgets.md");
        Assert.Contains("1 to 10", await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken), StringComparison.Ordinal);

        // A change of the types changes the file; the build after that has nothing to do.
        consumer.Replace("Widget.cs", "[Range(1, 10)]", "[Range(1, 20)]");
        var changed = await consumer.BuildAsync("--no-restore");
        Assert.True(changed.ExitCode == 0, changed.Output);
        written = await File.ReadAllTextAsync(consumer.Crd, TestContext.Current.CancellationToken);
        Assert.Contains("maximum: 20", written, StringComparison.Ordinal);
        var assembly = consumer.PathOf("bin", "Debug", "net10.0", "Widgets.dll");
        var times = (File.GetLastWriteTimeUtc(consumer.Crd), File.GetLastWriteTimeUtc(assembly));
        var unchanged = await consumer.BuildCleanlyAsync("--no-restore", "-verbosity:normal");
        Assert.Equal(times, (File.GetLastWriteTimeUtc(consumer.Crd), File.GetLastWriteTimeUtc(assembly)));
        Assert.DoesNotContain("kube-crd-writer.dll\" \"", unchanged, StringComparison.Ordinal);

        // Somebody edits a file, or forgets to commit it.
        consumer.Replace("crd/example.com_widgets.yaml", "maximum: 20", "maximum: 11");
        var strict = await consumer.BuildAsync("--no-restore", "-p:ContinuousIntegrationBuild=true");
        Assert.NotEqual(0, strict.ExitCode);
        Assert.Contains("'maximum: 11' instead of 'maximum: 20'", strict.Output, StringComparison.Ordinal);
        var lenient = await consumer.BuildAsync("--no-restore");
        Assert.True(lenient.ExitCode == 0, lenient.Output);
        Assert.Equal(written, await File.ReadAllTextAsync(consumer.Crd, TestContext.Current.CancellationToken));

        // The same with the page, which only the writer looks at.
        consumer.Replace("docs/example.com_widgets.md", "1 to 20", "1 to 11");
        var strictPage = await consumer.BuildAsync("--no-restore", "-p:ContinuousIntegrationBuild=true");
        Assert.NotEqual(0, strictPage.ExitCode);
        Assert.Matches(@"example\.com_widgets\.md\(\d+\): error CRD001", strictPage.Output);
        await consumer.BuildCleanlyAsync("--no-restore");
        Assert.Contains("1 to 20", await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken), StringComparison.Ordinal);

        // A type that no schema can express is an error at its place.
        consumer.Replace("Widget.cs", "public int? ObservedSize { get; set; }", "public int? ObservedSize { get; set; }\n    public (int, int)? Pair { get; set; }");
        var bad = await consumer.BuildAsync("--no-restore");
        Assert.NotEqual(0, bad.ExitCode);
        Assert.Matches(@"Widget\.cs\(\d+,\d+\): error KCR008", bad.Output);
    }

    [Fact]
    public async Task A_project_of_old_settings_and_keyword_names_builds_without_a_warning()
    {
        var consumer = Consumer.CreateAlone(feed, "Plain");
        await consumer.BuildCleanlyAsync();
        var written = await File.ReadAllTextAsync(consumer.PathOf("crd", "acme.example.com_gadgets.yaml"), TestContext.Current.CancellationToken);
        Assert.Contains("- jsonPath: .spec.color", written, StringComparison.Ordinal);
        Assert.Contains("class:", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_that_merely_uses_a_kind_gets_no_files()
    {
        var consumer = Consumer.Create(feed, "Library", "user");
        File.Delete(consumer.PathOf("Widget.cs"));
        consumer.Replace("Widgets.csproj", "Kube.Core", "Ray.Api");
        await File.WriteAllTextAsync(
            consumer.PathOf("User.cs"), "public static class User { public static int Size => Ray.Api.V1.RayCluster.CustomResourceDefinition.Length; }",
            TestContext.Current.CancellationToken);
        await consumer.BuildCleanlyAsync();
        Assert.False(Directory.Exists(consumer.PathOf("crd")));
        Assert.False(File.Exists(consumer.PathOf("bin", "Debug", "net10.0", "Widgets.xml")), "the package turned documentation on for no reason");
    }
}
