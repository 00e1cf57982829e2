using System.Text;
using Kube.CrdWriter;
using Kube.CrdWriter.Reading;
using Kube.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kube.Generators.Tests.CrdWriter;

/// <summary>From a compiled assembly to files, and the check that they are true.</summary>
public sealed class DefinitionFilesTests : IDisposable
{
    private const string File1 = "example.com_examples.yaml";
    private readonly string _folder = Directory.CreateTempSubdirectory("crd-writer-").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    private string? _header;
    private string? _pages;

    private string Path1 => Path.Combine(_folder, "crd", File1);

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _output.Dispose();
        _errors.Dispose();
    }

    [Theory]
    [InlineData(OptimizationLevel.Debug)]
    [InlineData(OptimizationLevel.Release)]
    public void DefinitionIsReadFromTheAssembly(OptimizationLevel optimization)
    {
        var (assembly, generation) = Compile(
            optimization, "public int? Size { get; set; } public V1PodTemplateSpec? Template { get; set; }");
        var json = Assert.Single(AssemblyDefinitions.Read(assembly));
        Assert.Equal(generation.ManifestText(), Encoding.UTF8.GetString(json));
    }

    [Fact]
    public void FileIsWrittenOnceAndAgainOnlyWhenTheTypesChange()
    {
        var (assembly, _) = Compile(OptimizationLevel.Debug, "public int? Size { get; set; }");
        Assert.Equal(0, Write(assembly));
        Assert.StartsWith("---\napiVersion: apiextensions.k8s.io/v1\n", File.ReadAllText(Path1), StringComparison.Ordinal);
        Assert.True(File.GetLastWriteTimeUtc(Path1) < File.GetLastWriteTimeUtc(assembly));
        File.SetLastWriteTimeUtc(Path1, DateTime.UnixEpoch);
        Assert.Equal(0, Write(assembly));
        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(Path1));

        var (changed, _) = Compile(OptimizationLevel.Debug, "public long? Size { get; set; }");
        Assert.Equal(0, Write(changed));
        Assert.Contains("int64", File.ReadAllText(Path1), StringComparison.Ordinal);
        Assert.Empty(_errors.ToString());
    }

    [Fact]
    public void CheckNamesTheFileTheLineAndTheRemedy()
    {
        var (assembly, _) = Compile(OptimizationLevel.Debug, "public int? Size { get; set; }");
        Assert.Equal(1, Check(assembly));
        Assert.Contains(
            $"{Path1}: error CRD001: the file is missing. Run 'dotnet build' and commit the file.",
            _errors.ToString(),
            StringComparison.Ordinal);

        Write(assembly);
        Assert.Equal(0, Check(assembly));
        File.WriteAllText(Path1, File.ReadAllText(Path1).ReplaceLineEndings("\r\n"));
        Assert.Equal(0, Check(assembly));

        File.WriteAllText(Path1, File.ReadAllText(Path1).Replace("scope: Namespaced", "scope: Cluster", StringComparison.Ordinal));
        Assert.Equal(1, Check(assembly));
        Assert.Contains(
            $"{Path1}(13): error CRD001: the file is not what the types say: it has 'scope: Cluster' instead of 'scope: Namespaced'.",
            _errors.ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void HeaderStandsAboveTheDocument()
    {
        var (assembly, _) = Compile(OptimizationLevel.Release, "");
        _header = Path.Combine(_folder, "header.txt");
        File.WriteAllText(_header, "# One line.\r\n# Another.\r\n");
        Assert.Equal(0, Write(assembly));
        Assert.StartsWith("# One line.\n# Another.\n---\napiVersion:", File.ReadAllText(Path1), StringComparison.Ordinal);
        Assert.Equal(0, Check(assembly));
    }

    [Fact]
    public void PageIsWrittenAndComparedWhereAFolderIsNamed()
    {
        var (assembly, _) = Compile(OptimizationLevel.Release, "[Range(1, 9)] public int? Size { get; set; }");
        _pages = Path.Combine(_folder, "docs", "reference");
        var page = Path.Combine(_pages, "example.com_examples.md");
        Assert.Equal(0, Write(assembly));
        Assert.Equal(0, Check(assembly));
        Assert.Contains("| 1 to 9 |", File.ReadAllText(page), StringComparison.Ordinal);

        File.WriteAllText(page, File.ReadAllText(page).Replace("1 to 9", "1 to 8", StringComparison.Ordinal));
        Assert.Equal(1, Check(assembly));
        Assert.Contains($"{page}(", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("error CRD001", _errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("--check")]
    [InlineData("a.dll --crd")]
    [InlineData("a.dll --unknown")]
    public void WrongCommandLineIsRefused(string line) => Assert.Null(Arguments.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Fact]
    public void CommandLineIsRead() => Assert.Equal(
        new Arguments("a.dll", "crd", "rbac", "pages", "h.txt", IsCheck: true),
        Arguments.Parse(["a.dll", "--crd", "crd", "--check", "--rbac", "rbac", "--header", "h.txt", "--reference", "pages"]));

    [Fact]
    public void OtherVersionsShareTheFile()
    {
        var (assembly, _) = Compile(OptimizationLevel.Debug, "", Schema.DefinitionTests.SecondVersion);
        Assert.Single(AssemblyDefinitions.Read(assembly));
    }

    [Fact]
    public void AssemblyWithoutKindsHasNoFiles() => Assert.Empty(AssemblyDefinitions.Read(typeof(DefinitionFilesTests).Assembly.Location));

    private int Write(string assembly) => Run(assembly, isCheck: false);

    private int Check(string assembly) => Run(assembly, isCheck: true);

    private int Run(string assembly, bool isCheck) => GeneratedFiles.Run(
        new(assembly, Path.Combine(_folder, "crd"), null, _pages, _header, isCheck), _output, _errors);

    private (string Path, Generation Generation) Compile(OptimizationLevel optimization, string members, params string[] more)
    {
        var generation = Generation.Of([TestKind.WithSpec(members), .. more]);
        var path = Path.Combine(_folder, $"{Guid.NewGuid()}.dll");
        var options = ((CSharpCompilationOptions)generation.Output.Options).WithOptimizationLevel(optimization);
        var result = generation.Output.WithOptions(options).Emit(path, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return (path, generation);
    }
}
