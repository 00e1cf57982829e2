using DiffPlex.Renderer;

namespace Kube.Generators.Tests.Support;

/// <summary>Compares text with a committed file. With UPDATE_GOLDEN=1 the file is written instead.</summary>
internal static class Golden
{
    private static string Folder => Repository.File("tests/Kube.Generators.Tests/Golden");

    public static string Read(string name) => File.ReadAllText(Path.Combine(Folder, name)).ReplaceLineEndings("\n");

    public static void Equal(string name, string actual)
    {
        var path = Path.Combine(Folder, name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, actual);
        }

        var expected = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        Assert.True(expected == actual, $"{name} differs; UPDATE_GOLDEN=1 writes it.\n{UnidiffRenderer.GenerateUnidiff(expected, actual)}");
    }
}
